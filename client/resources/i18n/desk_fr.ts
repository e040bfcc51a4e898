<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AgeBars</name>
    <message>
        <source>All not closed, by age</source>
        <translation>Tous les non fermés par ancienneté</translation>
    </message>
</context>
<context>
    <name>AnalysisChoice</name>
    <message>
        <source>The analyses cannot be shown (%1). The operators of Campus Desk can install it anew.</source>
        <translation>Les analyses ne peuvent pas être affichées (%1). Les opérateurs de Campus Desk peuvent le réinstaller.</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
</context>
<context>
    <name>AnalysisExport</name>
    <message>
        <source>Save picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>Save numbers</source>
        <translation>Enregistrer les chiffres</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Non enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not printed: the printer takes nothing.</source>
        <translation>Non imprimé&#xa0;: l’imprimante n’accepte rien.</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Envoyé à l’imprimante</translation>
    </message>
</context>
<context>
    <name>AnalysisHead</name>
    <message>
        <source>Plot</source>
        <translation>Graphique</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>Présentation</translation>
    </message>
    <message>
        <source>Save or print</source>
        <translation>Enregistrer ou imprimer</translation>
    </message>
    <message>
        <source>Save picture (PNG) …</source>
        <translation>Enregistrer l’image (PNG) …</translation>
    </message>
    <message>
        <source>Save numbers (CSV) …</source>
        <translation>Enregistrer les chiffres (CSV) …</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Imprimer …</translation>
    </message>
</context>
<context>
    <name>AnalysisPanel</name>
    <message>
        <source>The analysis service does not let this PC in</source>
        <translation>Le service d’analyse refuse ce PC</translation>
    </message>
    <message>
        <source>The certificate of the analysis service is not valid here</source>
        <translation>Le certificat du service d’analyse n’est pas valide ici</translation>
    </message>
    <message>
        <source>The analysis service is away</source>
        <translation>Le service d’analyse ne répond pas</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Connexion en cours…</translation>
    </message>
    <message>
        <source>as of %1, the analysis service is away</source>
        <translation>état de %1, le service d’analyse ne répond pas</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>Heures de %1</translation>
    </message>
    <message>
        <source>as of %1, the ticket server is away</source>
        <translation>état de %1, le serveur de tickets ne répond pas</translation>
    </message>
    <message>
        <source>%1 old (%2): the ticket server is away</source>
        <translation>date de %1 (%2)&#xa0;: le serveur de tickets ne répond pas</translation>
    </message>
    <message>
        <source>%1 old (%2): the analysis service is away</source>
        <translation>date de %1 (%2)&#xa0;: le service d’analyse ne répond pas</translation>
    </message>
    <message>
        <source>live, %1, %2</source>
        <translation>en direct, %1, %2</translation>
    </message>
</context>
<context>
    <name>AnalysisPicture</name>
    <message>
        <source>as of %1, %2</source>
        <translation>état de %1, %2</translation>
    </message>
</context>
<context>
    <name>AnswerAndClose</name>
    <message>
        <source>Answer, then close</source>
        <translation>Répondre, puis fermer</translation>
    </message>
    <message>
        <source>Add note, then close</source>
        <translation>Ajouter la note, puis fermer</translation>
    </message>
    <message>
        <source>Add the note, and close the ticket after it</source>
        <translation>Ajouter la note, puis fermer le ticket</translation>
    </message>
    <message>
        <source>Send, and close the ticket after it</source>
        <translation>Envoyer, puis fermer le ticket</translation>
    </message>
</context>
<context>
    <name>BacklogControls</name>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ancienneté</translation>
    </message>
    <message>
        <source>Bars by status</source>
        <translation>Barres par statut</translation>
    </message>
    <message>
        <source>Bars by category</source>
        <translation>Barres par catégorie</translation>
    </message>
    <message>
        <source>All not closed by age</source>
        <translation>Tous les non fermés par ancienneté</translation>
    </message>
    <message>
        <source>What the bars show</source>
        <translation>Ce que montrent les barres</translation>
    </message>
</context>
<context>
    <name>BacklogPlot</name>
    <message>
        <source>Nothing from this time is left to do.</source>
        <translation>Il ne reste rien à faire de cette période.</translation>
    </message>
    <message>
        <source>No ticket was opened in this time.</source>
        <translation>Aucun ticket n&apos;a été ouvert pendant ce temps.</translation>
    </message>
    <message>
        <source>tickets/day</source>
        <translation>tickets/jour</translation>
    </message>
    <message>
        <source>tickets/hour</source>
        <translation>tickets/heure</translation>
    </message>
    <message>
        <source>%1 not closed yet</source>
        <translation>%1 pas encore fermés</translation>
    </message>
    <message>
        <source>the highest of %1 days that share this place</source>
        <translation>le plus haut des %1 jours à cet endroit</translation>
    </message>
</context>
<context>
    <name>BacklogWords</name>
    <message>
        <source>Show this ticket</source>
        <translation>Afficher ce ticket</translation>
    </message>
    <message>
        <source>opened in the last hour and not yet closed</source>
        <translation>ouverts cette dernière heure et pas encore fermés</translation>
    </message>
    <message numerus="yes">
        <source>opened in the last %Ln hour(s) and not yet closed</source>
        <translation>
            <numerusform>ouverts pendant la dernière %Ln heure et pas encore fermés</numerusform>
            <numerusform>ouverts ces %Ln dernières heures et pas encore fermés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>opened in the last %Ln day(s) and not yet closed</source>
        <translation>
            <numerusform>ouverts pendant le dernier %Ln jour et pas encore fermés</numerusform>
            <numerusform>ouverts ces %Ln derniers jours et pas encore fermés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 opened</source>
        <translation>%1 ouverts</translation>
    </message>
    <message>
        <source>%1 opened, %2 % already closed</source>
        <translation>%1 ouverts, %2 % déjà fermés</translation>
    </message>
    <message>
        <source>%1 not closed in all</source>
        <translation>%1 non fermés en tout</translation>
    </message>
    <message>
        <source>oldest: #%1, %2</source>
        <translation>le plus ancien : #%1, %2</translation>
    </message>
</context>
<context>
    <name>BatchLine</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stopped before %1.</source>
        <translation>Arrêté avant %1.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 et %2 autres</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 sur %3</translation>
    </message>
</context>
<context>
    <name>Brand</name>
    <message>
        <source>Campus Desk</source>
        <translation>Campus Desk</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>A click lists these tickets</source>
        <translation>Un clic affiche ces tickets</translation>
    </message>
</context>
<context>
    <name>CategoryBar</name>
    <message>
        <source>Take back the correction</source>
        <translation>Annuler la correction</translation>
    </message>
    <message>
        <source>Take back the correction: the server&apos;s own category stands again</source>
        <translation>Annuler la correction&#xa0;: la catégorie du serveur vaut de nouveau</translation>
    </message>
    <message>
        <source>Set to %1</source>
        <translation>Choisir %1</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>Catégorie&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>CategoryHint</name>
    <message>
        <source>from the word %1</source>
        <translation>d’après le mot %1</translation>
    </message>
    <message>
        <source>from the words %1</source>
        <translation>d’après les mots %1</translation>
    </message>
</context>
<context>
    <name>CategoryPanel</name>
    <message>
        <source>open, the load to come</source>
        <translation>ouverts, la charge à venir</translation>
    </message>
    <message>
        <source>tickets are being worked on · open: %1</source>
        <translation>tickets en cours · ouverts&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>CategoryPlot</name>
    <message>
        <source>tickets</source>
        <translation>tickets</translation>
    </message>
    <message>
        <source>Nothing is open, and nothing is being worked on.</source>
        <translation>Rien n’est ouvert, et rien n’est en cours.</translation>
    </message>
    <message>
        <source>active %1</source>
        <translation>en cours %1</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>ouverts %1</translation>
    </message>
    <message>
        <source>median age %1</source>
        <translation>âge médian %1</translation>
    </message>
    <message>
        <source>unsure of %1 (%2 %)</source>
        <translation>incertains %1 (%2&#xa0;%)</translation>
    </message>
    <message>
        <source>active %1 · open %2</source>
        <translation>en cours %1 · ouverts %2</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Closed is final: no more messages.</source>
        <translation>La fermeture est définitive&#xa0;: plus de messages.</translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation>Pas encore de messages.</translation>
    </message>
    <message>
        <source>The conversation of the chosen ticket stands here.</source>
        <translation>La conversation du ticket choisi s’affiche ici.</translation>
    </message>
    <message>
        <source>The conversation appears here as soon as the server answers.</source>
        <translation>La conversation apparaîtra ici dès que le serveur répondra.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 tickets closed.</source>
        <translation>%1 tickets fermés.</translation>
    </message>
    <message>
        <source>%1 not closed: %2</source>
        <translation>%1 non fermé&#xa0;: %2</translation>
    </message>
    <message>
        <source>Closing %1</source>
        <translation>Fermeture de %1</translation>
    </message>
    <message>
        <source>Closing %1 tickets</source>
        <translation>Fermeture de %1 tickets</translation>
    </message>
</context>
<context>
    <name>ColumnsMenu</name>
    <message>
        <source>Columns and panels</source>
        <translation>Colonnes et panneaux</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panneaux</translation>
    </message>
    <message>
        <source>Reset columns and order</source>
        <translation>Rétablir les colonnes et l’ordre</translation>
    </message>
    <message>
        <source>Sort rising</source>
        <translation>Tri croissant</translation>
    </message>
    <message>
        <source>Sort falling</source>
        <translation>Tri décroissant</translation>
    </message>
    <message>
        <source>Texts are searched, not sorted</source>
        <translation>Les textes se recherchent, ne se trient pas</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Vers la gauche</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Vers la droite</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
    <message>
        <source>Ctrl+Up, Ctrl+Down: move the marked column</source>
        <translation>Ctrl+Haut, Ctrl+Bas&#xa0;: déplacer la colonne marquée</translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right: narrower, wider</source>
        <translation>Ctrl+Gauche, Ctrl+Droite&#xa0;: plus étroit, plus large</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Move</source>
        <translation>Se déplacer</translation>
    </message>
    <message>
        <source>The chosen tickets</source>
        <translation>Les tickets choisis</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>Ticket suivant</translation>
    </message>
    <message>
        <source>Ticket before</source>
        <translation>Ticket précédent</translation>
    </message>
    <message>
        <source>Go into the ticket</source>
        <translation>Entrer dans le ticket</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>Retour au tableau</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panneau suivant</translation>
    </message>
    <message>
        <source>Pane before</source>
        <translation>Panneau précédent</translation>
    </message>
    <message>
        <source>Edit text and place</source>
        <translation>Modifier le texte et le lieu</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Copy number and text</source>
        <translation>Copier le numéro et le texte</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Écrire un message</translation>
    </message>
    <message>
        <source>Send or save</source>
        <translation>Envoyer ou enregistrer</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Export the list as CSV …</source>
        <translation>Exporter la liste en CSV …</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Toutes les touches</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message</source>
        <translation>Écrire un message</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation>Qui le lit</translation>
    </message>
    <message>
        <source>Only the helpdesk reads this</source>
        <translation>Seule l’assistance lit ceci</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Copy what I wrote</source>
        <translation>Copier mon texte</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Only what fits into %1 characters was pasted.</source>
        <translation>Seul ce qui tient en %1 caractères a été collé.</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Écrire une note</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>ConnectionBadge</name>
    <message>
        <source>Reconnecting …</source>
        <translation>Reconnexion en cours…</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Serveur&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>%1 tickets as before.</source>
        <translation>%1 tickets comme avant.</translation>
    </message>
    <message>
        <source>%1 tickets set to %2.</source>
        <translation>%1 tickets&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 is %2 again.</source>
        <translation>%1&#xa0;: de nouveau %2.</translation>
    </message>
    <message>
        <source>Correcting %1 tickets</source>
        <translation>Correction de %1 tickets</translation>
    </message>
    <message>
        <source>%1 not corrected: %2</source>
        <translation>%1 non corrigé&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 set to %2.</source>
        <translation>%1&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>Departing</name>
    <message>
        <source>The server&apos;s data was restored meanwhile. Copy what you wrote, then edit the ticket as it is now.</source>
        <translation>Les données du serveur ont été restaurées entre-temps. Copiez votre texte, puis modifiez le ticket dans son état actuel.</translation>
    </message>
    <message>
        <source>The server&apos;s data was restored from a backup. This is how it is now.</source>
        <translation>Les données du serveur ont été restaurées depuis une sauvegarde. Voici leur état actuel.</translation>
    </message>
    <message>
        <source>Ticket %1 is not in the data that was restored.</source>
        <translation>Le ticket %1 ne figure pas dans les données restaurées.</translation>
    </message>
    <message>
        <source>The ticket is gone. What you wrote was not sent; you can still copy it.</source>
        <translation>Le ticket n’existe plus. Votre texte n’a pas été envoyé&#xa0;; vous pouvez encore le copier.</translation>
    </message>
    <message>
        <source>Closed by the helpdesk: %1</source>
        <translation>Fermé par l’assistance&#xa0;: %1</translation>
    </message>
    <message>
        <source>Ticket %1 was closed by the helpdesk, so it is not in your list any more.</source>
        <translation>L’assistance a fermé le ticket %1&#xa0;; il n’est plus dans votre liste.</translation>
    </message>
    <message>
        <source>The ticket is closed. What you wrote was not sent; you can still copy it.</source>
        <translation>Le ticket est fermé. Votre texte n’a pas été envoyé&#xa0;; vous pouvez encore le copier.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>A part of Campus Desk cannot be loaded (%1). Its operators can install it anew.</source>
        <translation>Une partie de Campus Desk ne peut pas être chargée (%1). Ses opérateurs peuvent le réinstaller.</translation>
    </message>
    <message>
        <source>Starting the servers on this computer …</source>
        <translation>Démarrage des serveurs sur cet ordinateur…</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>Campus Desk</source>
        <translation>Campus Desk</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Move %1 into its own window, or back</source>
        <translation>Détacher dans une fenêtre, ou rattacher&#xa0;: %1</translation>
    </message>
    <message>
        <source>Put %1 away</source>
        <translation>Masquer&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>DraftLine</name>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>What you typed was put away.</source>
        <translation>Ce que vous avez écrit a été mis de côté.</translation>
    </message>
    <message>
        <source>You sent this at %1, but it was not confirmed.</source>
        <translation>Envoyé à %1, mais non confirmé.</translation>
    </message>
    <message>
        <source>You sent this earlier (%1), but it was not confirmed.</source>
        <translation>Envoyé plus tôt (%1), mais non confirmé.</translation>
    </message>
    <message>
        <source>You sent this at %1, but it was not confirmed. Sent again, it arrives only once.</source>
        <translation>Envoyé à %1, mais non confirmé. Renvoyé, il n’arrivera qu’une seule fois.</translation>
    </message>
    <message>
        <source>You sent this earlier (%1), but it was not confirmed. Send it again if it is not there.</source>
        <translation>Envoyé plus tôt (%1), mais non confirmé. Renvoyez-le s’il n’apparaît pas.</translation>
    </message>
    <message>
        <source>You wrote this at %1 and did not save it.</source>
        <translation>Écrit à %1 et non enregistré.</translation>
    </message>
    <message>
        <source>You wrote this earlier (%1) and did not save it.</source>
        <translation>Écrit plus tôt (%1) et non enregistré.</translation>
    </message>
    <message>
        <source>You wrote this at %1 and did not send it.</source>
        <translation>Écrit à %1 et non envoyé.</translation>
    </message>
    <message>
        <source>You wrote this earlier (%1) and did not send it.</source>
        <translation>Écrit plus tôt (%1) et non envoyé.</translation>
    </message>
</context>
<context>
    <name>DurationUnit</name>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1&#xa0;jours</translation>
    </message>
</context>
<context>
    <name>EditForm</name>
    <message>
        <source>Save again</source>
        <translation>Enregistrer de nouveau</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Copy what I wrote</source>
        <translation>Copier mon texte</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Mettre de côté</translation>
    </message>
    <message>
        <source>Somebody changed this while you were writing. Yours is kept.</source>
        <translation>Quelqu’un a modifié ceci pendant que vous écriviez. Votre texte est conservé.</translation>
    </message>
    <message>
        <source>Save mine</source>
        <translation>Enregistrer le mien</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>EmptyTable</name>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message>
        <source>%1 (minutes)</source>
        <translation>%1 (minutes)</translation>
    </message>
    <message>
        <source>Category, by whom</source>
        <translation>Catégorie, par qui</translation>
    </message>
    <message>
        <source>Reported from</source>
        <translation>Signalé depuis</translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation>Notes internes</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>%1 chosen</source>
        <translation>%1 choisis</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ancienneté</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>within 1 hour</source>
        <translation>1 heure ou moins</translation>
    </message>
    <message>
        <source>within 8 hours</source>
        <translation>8 heures ou moins</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>within 7 days</source>
        <translation>7 jours ou moins</translation>
    </message>
    <message>
        <source>within 30 days</source>
        <translation>30 jours ou moins</translation>
    </message>
    <message>
        <source>over 7 days</source>
        <translation>plus de 7 jours</translation>
    </message>
    <message>
        <source>over 30 days</source>
        <translation>plus de 30 jours</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sûre</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>incertaine</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrigée</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>on this computer</source>
        <translation>sur cet ordinateur</translation>
    </message>
    <message>
        <source>live · %1 · %2 open</source>
        <translation>connecté · %1 · ouverts&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 does not answer yet. You can enter; what is new appears when it does.</source>
        <translation>%1 ne répond pas encore. Vous pouvez entrer&#xa0;; ce qui est nouveau apparaîtra dès sa réponse.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>corrected the category: “{before}” → “{after}”</source>
        <translation>a corrigé la catégorie&#xa0;: «&#xa0;{before}&#xa0;» → «&#xa0;{after}&#xa0;»</translation>
    </message>
    <message>
        <source>took the correction back: “{before}” → “{after}”</source>
        <translation>a annulé la correction&#xa0;: «&#xa0;{before}&#xa0;» → «&#xa0;{after}&#xa0;»</translation>
    </message>
    <message>
        <source>took the correction back: “{after}” is the server&apos;s own again</source>
        <translation>a annulé la correction&#xa0;: «&#xa0;{after}&#xa0;» est de nouveau celle du serveur</translation>
    </message>
    <message>
        <source>confirmed the category: “{after}”</source>
        <translation>a confirmé la catégorie&#xa0;: «&#xa0;{after}&#xa0;»</translation>
    </message>
    <message>
        <source>The server looked again, and is surer of the category</source>
        <translation>Le serveur a revérifié et il est plus sûr de la catégorie</translation>
    </message>
    <message>
        <source>The server looked again: {parts}</source>
        <translation>Le serveur a revérifié&#xa0;: {parts}</translation>
    </message>
    <message>
        <source>{field}: “{before}” → “{after}”</source>
        <translation>{field}&#xa0;: «&#xa0;{before}&#xa0;» → «&#xa0;{after}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>HistoryEntry</name>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Afficher moins</translation>
    </message>
    <message>
        <source>Restore earlier text</source>
        <translation>Rétablir le texte antérieur</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(rien)</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Enter shows all of a long text, or what can be restored.</source>
        <translation>Entrée affiche un long texte en entier, ou ce qui peut être rétabli.</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>The history of the chosen ticket stands here.</source>
        <translation>L’historique du ticket choisi s’affiche ici.</translation>
    </message>
    <message>
        <source>Nothing is recorded of what was done to this ticket.</source>
        <translation>Rien n’est consigné sur ce ticket.</translation>
    </message>
    <message>
        <source>The history appears here as soon as the server answers.</source>
        <translation>L’historique apparaîtra ici dès que le serveur répondra.</translation>
    </message>
</context>
<context>
    <name>KeepingNotice</name>
    <message>
        <source>What you type is not kept on this PC: its disk is full, or may not be written.</source>
        <translation>Ce que vous écrivez n’est pas conservé sur ce PC&#xa0;: le disque est plein ou protégé en écriture.</translation>
    </message>
    <message>
        <source>What an earlier start had kept was damaged. It was put aside: %1.</source>
        <translation>Ce qui avait été conservé auparavant était endommagé. Il a été mis de côté&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language: %1</source>
        <translation>Langue&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>LeavingCard</name>
    <message>
        <source>Is somebody still here?</source>
        <translation>Y a-t-il encore quelqu’un&#xa0;?</translation>
    </message>
    <message>
        <source>What was typed here is then deleted from this PC. Press any key or move the mouse to stay.</source>
        <translation>Ce qui a été écrit ici sera alors effacé de ce PC. Appuyez sur une touche ou bougez la souris pour rester.</translation>
    </message>
</context>
<context>
    <name>LinkMenu</name>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>Export the list as CSV</source>
        <translation>Exporter la liste en CSV</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The export is being cancelled …</source>
        <translation>Annulation de l’export …</translation>
    </message>
    <message>
        <source>Exporting to %1 · %2 of %3</source>
        <translation>Export vers %1 · %2 sur %3</translation>
    </message>
    <message>
        <source>The export waits at %2 of %3 and goes on by itself: %1</source>
        <translation>L’export attend à %2 sur %3 et reprendra tout seul&#xa0;: %1</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Try again …</source>
        <translation>Réessayer …</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was written.</source>
        <translation>L’export a été annulé. Aucun fichier n’a été écrit.</translation>
    </message>
    <message>
        <source>The list was not exported: %1</source>
        <translation>La liste n’a pas été exportée&#xa0;: %1</translation>
    </message>
    <message>
        <source>the server&apos;s data was restored meanwhile.</source>
        <translation>les données du serveur ont été restaurées entre-temps.</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>LocalServers</name>
    <message>
        <source>The servers of this desk do not start.</source>
        <translation>Les serveurs de ce programme ne démarrent pas.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Enter opens a link, the menu shows what else can be done.</source>
        <translation>Entrée ouvre un lien&#xa0;; le menu montre ce qu’on peut faire d’autre.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, de %2 à %3</translation>
    </message>
    <message>
        <source>%1, %2 to %4, %3</source>
        <translation>%1, %2 au %4, %3</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>New ticket: %1</source>
        <translation>Nouveau ticket&#xa0;: %1</translation>
    </message>
    <message>
        <source>New message under %1</source>
        <translation>Nouveau message sur %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new ticket(s)</source>
        <translation>
            <numerusform>%Ln nouveau ticket</numerusform>
            <numerusform>%Ln nouveaux tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new message(s)</source>
        <translation>
            <numerusform>%Ln nouveau message</numerusform>
            <numerusform>%Ln nouveaux messages</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>NotifyButton</name>
    <message>
        <source>Notifications: on</source>
        <translation>Notifications&#xa0;: activées</translation>
    </message>
    <message>
        <source>Notifications: off</source>
        <translation>Notifications&#xa0;: désactivées</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, au %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln closed ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket fermé</numerusform>
            <numerusform>%Ln tickets fermés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) too long</source>
        <translation>
            <numerusform>%Ln caractère de trop</numerusform>
            <numerusform>%Ln caractères de trop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) already reported this: %2</source>
        <translation>
            <numerusform>%Ln personne l’a déjà signalé&#xa0;: %2</numerusform>
            <numerusform>%Ln personnes l’ont déjà signalé&#xa0;: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln similar</source>
        <translation>
            <numerusform>%Ln similaire</numerusform>
            <numerusform>%Ln similaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more have this too</source>
        <translation>
            <numerusform>%Ln autre personne a ce problème</numerusform>
            <numerusform>%Ln autres personnes ont ce problème</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new message(s)</source>
        <translation>
            <numerusform>%Ln nouveau message</numerusform>
            <numerusform>%Ln nouveaux messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new entry(s)</source>
        <translation>
            <numerusform>%Ln nouvelle entrée</numerusform>
            <numerusform>%Ln nouvelles entrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nouveau</numerusform>
            <numerusform>%Ln nouveaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) written to %2</source>
        <translation>
            <numerusform>%Ln ticket écrit dans %2</numerusform>
            <numerusform>%Ln tickets écrits dans %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumbersView</name>
    <message>
        <source>Numbers of the plot</source>
        <translation>Chiffres du graphique</translation>
    </message>
</context>
<context>
    <name>Outside</name>
    <message>
        <source>Campus Desk</source>
        <translation>Campus Desk</translation>
    </message>
</context>
<context>
    <name>OvertakenCard</name>
    <message>
        <source>What it says now</source>
        <translation>Ce qui y est maintenant</translation>
    </message>
    <message>
        <source>Use this instead</source>
        <translation>Prendre ceci</translation>
    </message>
    <message>
        <source>It says now:</source>
        <translation>Il y est écrit&#xa0;:</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(rien)</translation>
    </message>
</context>
<context>
    <name>OwnNews</name>
    <message>
        <source>Read the answer</source>
        <translation>Lire la réponse</translation>
    </message>
    <message>
        <source>Put this line away</source>
        <translation>Masquer cette ligne</translation>
    </message>
    <message>
        <source>The helpdesk answered #%1.</source>
        <translation>L’assistance a répondu à #%1.</translation>
    </message>
    <message numerus="yes">
        <source>The helpdesk answered #%1 and %Ln more report(s) from here.</source>
        <translation>
            <numerusform>L’assistance a répondu à #%1 et à %Ln autre signalement d’ici.</numerusform>
            <numerusform>L’assistance a répondu à #%1 et à %Ln autres signalements d’ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>#%1: closed on %2</source>
        <translation>#%1&#xa0;: fermé le %2</translation>
    </message>
    <message numerus="yes">
        <source>#%1: closed on %2, and %Ln more report(s) from here closed</source>
        <translation>
            <numerusform>#%1&#xa0;: fermé le %2, ainsi que %Ln autre signalement d’ici</numerusform>
            <numerusform>#%1&#xa0;: fermé le %2, ainsi que %Ln autres signalements d’ici</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodChooser</name>
    <message>
        <source>%1 d</source>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln heure</numerusform>
            <numerusform>%Ln heures</numerusform>
        </translation>
    </message>
    <message>
        <source>Usual periods</source>
        <translation>Périodes habituelles</translation>
    </message>
    <message>
        <source>Length of the period</source>
        <translation>Durée de la période</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>Unit of the period</source>
        <translation>Unité de la période</translation>
    </message>
    <message>
        <source>Another period</source>
        <translation>Autre période</translation>
    </message>
</context>
<context>
    <name>PickLine</name>
    <message>
        <source>Show the view again (Esc)</source>
        <translation>Revenir à la vue (Échap)</translation>
    </message>
</context>
<context>
    <name>PublicLine</name>
    <message>
        <source>Everybody on campus can read and change this.</source>
        <translation>Tout le campus peut lire et modifier ceci.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Report a problem</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Analyses</source>
        <translation>Analyses</translation>
    </message>
    <message>
        <source>Open and active tickets whose last message is from a simple user</source>
        <translation>Tickets ouverts et en cours dont le dernier message ne vient pas de l’assistance</translation>
    </message>
    <message>
        <source>Open and active tickets, the oldest first</source>
        <translation>Tickets ouverts et en cours, les plus anciens d’abord</translation>
    </message>
    <message>
        <source>%1, tickets: %2</source>
        <translation>%1, tickets&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1, unread: %2</source>
        <translation>%1, non lus&#xa0;: %2</translation>
    </message>
    <message>
        <source>Open and active tickets whose category the server is not sure of</source>
        <translation>Tickets ouverts et en cours dont la catégorie n’est pas sûre pour le serveur</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>What is the problem?</source>
        <translation>Quel est le problème&#xa0;?</translation>
    </message>
    <message>
        <source>For example: the light flickers</source>
        <translation>Par exemple&#xa0;: la lumière clignote</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>Où&#xa0;?</translation>
    </message>
    <message>
        <source>Building, floor, room</source>
        <translation>Bâtiment, étage, salle</translation>
    </message>
    <message>
        <source>How can we reach you?</source>
        <translation>Comment vous joindre&#xa0;?</translation>
    </message>
    <message>
        <source>Optional; only the helpdesk reads it</source>
        <translation>Facultatif&#xa0;; lu par l’assistance seule</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Envoi en cours…</translation>
    </message>
</context>
<context>
    <name>ReportedCard</name>
    <message>
        <source>Copy number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Show the ticket</source>
        <translation>Voir le ticket</translation>
    </message>
    <message>
        <source>Report another problem</source>
        <translation>Signaler un autre problème</translation>
    </message>
    <message>
        <source>Reported. Thank you.</source>
        <translation>C’est signalé. Merci&#xa0;!</translation>
    </message>
    <message>
        <source>This is the number of your ticket. You find it in the list below, and can answer there.</source>
        <translation>Voici le numéro de votre ticket. Vous le trouverez dans la liste ci-dessous et pourrez y répondre.</translation>
    </message>
    <message>
        <source>Ticket number %1</source>
        <translation>Numéro de ticket %1</translation>
    </message>
    <message>
        <source>The server&apos;s data was restored from a backup of before your report. Please report it again.</source>
        <translation>Les données du serveur ont été restaurées depuis une sauvegarde antérieure à votre signalement. Veuillez le signaler à nouveau.</translation>
    </message>
    <message>
        <source>Your report is lost.</source>
        <translation>Votre signalement est perdu.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>ResolutionCard</name>
    <message>
        <source>%1, preliminary</source>
        <translation>%1, provisoire</translation>
    </message>
    <message>
        <source>no ticket opened</source>
        <translation>aucun ticket ouvert</translation>
    </message>
    <message>
        <source>median %1 · 90 % within %2</source>
        <translation>médiane %1 · 90&#xa0;% en %2</translation>
    </message>
    <message>
        <source>closed %1 · not closed yet %2</source>
        <translation>fermés %1 · pas encore fermés %2</translation>
    </message>
    <message>
        <source>no ticket closed yet</source>
        <translation>aucun ticket encore fermé</translation>
    </message>
    <message>
        <source>mean %1, of fewer than 5 tickets</source>
        <translation>moyenne %1, sur moins de 5 tickets</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>moyenne %1</translation>
    </message>
    <message>
        <source>half of all closed: not reached</source>
        <translation>la moitié de tous fermée&#xa0;: pas atteint</translation>
    </message>
    <message>
        <source>half of all closed within %1</source>
        <translation>la moitié de tous fermée en %1</translation>
    </message>
    <message>
        <source>%1 d %2 %</source>
        <translation>%1&#xa0;j %2&#xa0;%</translation>
    </message>
    <message>
        <source>closed in %1</source>
        <translation>fermés en %1</translation>
    </message>
</context>
<context>
    <name>ResolutionPanel</name>
    <message>
        <source>All months</source>
        <translation>Tous les mois</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>12 derniers mois</translation>
    </message>
    <message>
        <source>Last 24 months</source>
        <translation>24 derniers mois</translation>
    </message>
    <message>
        <source>Last 60 months</source>
        <translation>60 derniers mois</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Toutes les catégories</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>New months read too short: their slow tickets are not closed yet.</source>
        <translation>Les mois récents paraissent trop courts&#xa0;: leurs tickets lents ne sont pas encore fermés.</translation>
    </message>
    <message>
        <source>New months read too short.</source>
        <translation>Les mois récents paraissent trop courts.</translation>
    </message>
    <message>
        <source>no ticket is closed yet</source>
        <translation>aucun ticket n’est encore fermé</translation>
    </message>
    <message>
        <source>months as in %1</source>
        <translation>mois selon %1</translation>
    </message>
    <message>
        <source>half closed</source>
        <translation>moitié fermée</translation>
    </message>
    <message>
        <source>few closed</source>
        <translation>peu de fermés</translation>
    </message>
    <message>
        <source>minutes on average until closed, %1</source>
        <translation>minutes en moyenne jusqu’à la fermeture, %1</translation>
    </message>
    <message>
        <source>hours on average until closed, %1</source>
        <translation>heures en moyenne jusqu’à la fermeture, %1</translation>
    </message>
    <message>
        <source>days on average until closed, %1</source>
        <translation>jours en moyenne jusqu’à la fermeture, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>half of all closed</source>
        <translation>moitié fermée</translation>
    </message>
    <message>
        <source>preliminary: over 5 % not closed</source>
        <translation>provisoire&#xa0;: plus de 5&#xa0;% non fermés</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>provisoire</translation>
    </message>
    <message>
        <source>fewer than 5 closed</source>
        <translation>moins de 5 fermés</translation>
    </message>
</context>
<context>
    <name>ResolutionPlot</name>
    <message>
        <source>closed</source>
        <translation>fermés</translation>
    </message>
    <message>
        <source>not closed</source>
        <translation>non fermés</translation>
    </message>
    <message>
        <source>Each month has its bar here once a ticket of it is closed.</source>
        <translation>Chaque mois a sa barre ici dès qu’un de ses tickets est fermé.</translation>
    </message>
</context>
<context>
    <name>RestoreCard</name>
    <message>
        <source>It says now</source>
        <translation>Texte actuel</translation>
    </message>
    <message>
        <source>Earlier text</source>
        <translation>Texte antérieur</translation>
    </message>
    <message>
        <source>Restore anyway</source>
        <translation>Rétablir quand même</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser ainsi</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Put away what is said here</source>
        <translation>Masquer ce message</translation>
    </message>
    <message>
        <source>%1, %2: restoring …</source>
        <translation>%1, %2&#xa0;: rétablissement en cours…</translation>
    </message>
    <message>
        <source>%1, %2: restored “%3”</source>
        <translation>%1, %2&#xa0;: «&#xa0;%3&#xa0;» rétabli</translation>
    </message>
    <message>
        <source>%1, %2: somebody changed it meanwhile, so it was not restored.</source>
        <translation>%1, %2&#xa0;: quelqu’un l’a modifié entre-temps, rien n’a été rétabli.</translation>
    </message>
    <message>
        <source>%1, %2: not restored.</source>
        <translation>%1, %2&#xa0;: non rétabli.</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(rien)</translation>
    </message>
</context>
<context>
    <name>RoleCard</name>
    <message>
        <source>%1 (not available)</source>
        <translation>%1 (non disponible)</translation>
    </message>
</context>
<context>
    <name>RolePage</name>
    <message>
        <source>Connecting …</source>
        <translation>Connexion en cours…</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>Autre serveur</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>Simple user</source>
        <translation>Pour tout le campus</translation>
    </message>
    <message>
        <source>Tell us what is broken, then follow and answer everything that is open on campus.</source>
        <translation>Dites-nous ce qui ne marche pas, puis suivez tout ce qui est en cours sur le campus et répondez-y.</translation>
    </message>
    <message>
        <source>I work at the helpdesk</source>
        <translation>Je travaille à l’assistance</translation>
    </message>
    <message>
        <source>Helpdesk staff</source>
        <translation>Équipe d’assistance</translation>
    </message>
    <message>
        <source>See every ticket, take care of it, close it, and watch the analyses move.</source>
        <translation>Consultez tous les tickets, traitez-les, fermez-les et suivez les analyses en direct.</translation>
    </message>
    <message>
        <source>What brings you here?</source>
        <translation>Qu’est-ce qui vous amène&#xa0;?</translation>
    </message>
    <message>
        <source>Press 1</source>
        <translation>Touche 1</translation>
    </message>
    <message>
        <source>Press 1 or 2</source>
        <translation>Touche 1 ou 2</translation>
    </message>
</context>
<context>
    <name>SampleBand</name>
    <message>
        <source>Sample data: nobody reads this</source>
        <translation>Données d’exemple&#xa0;: personne ne lit ceci</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search tickets</source>
        <translation>Rechercher des tickets</translation>
    </message>
    <message>
        <source>Search, or a ticket&apos;s number</source>
        <translation>Texte ou numéro</translation>
    </message>
    <message>
        <source>Searches the texts, places and messages of all tickets</source>
        <translation>Cherche dans les textes, lieux et messages de tous les tickets</translation>
    </message>
    <message>
        <source>End the search (Esc)</source>
        <translation>Quitter la recherche (Échap)</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Not searched: %1</source>
        <translation>Non recherché&#xa0;: %1</translation>
    </message>
    <message>
        <source>Enter opens %1</source>
        <translation>Entrée ouvre %1</translation>
    </message>
    <message>
        <source>The newest %1 are shown. More words find older ones.</source>
        <translation>Les %1 plus récents sont affichés. Davantage de mots en trouvent de plus anciens.</translation>
    </message>
</context>
<context>
    <name>SelectionView</name>
    <message>
        <source>Take those that are open</source>
        <translation>Prendre en charge ceux qui sont ouverts</translation>
    </message>
    <message>
        <source>Close those that are active; closed is final</source>
        <translation>Fermer ceux qui sont en cours&#xa0;; c’est définitif</translation>
    </message>
    <message>
        <source>Take back corrections</source>
        <translation>Annuler les corrections</translation>
    </message>
    <message>
        <source>Write one message to all of them</source>
        <translation>Écrire un même message à tous</translation>
    </message>
    <message>
        <source>Message to all chosen tickets</source>
        <translation>Message à tous les tickets choisis</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Take back corrections: the server&apos;s own categories stand again</source>
        <translation>Annuler les corrections&#xa0;: les catégories du serveur valent de nouveau</translation>
    </message>
    <message>
        <source>Set all to %1</source>
        <translation>Choisir %1 pour tous</translation>
    </message>
    <message>
        <source>Category of all</source>
        <translation>Catégorie de tous</translation>
    </message>
    <message>
        <source>%1 tickets selected</source>
        <translation>%1 tickets sélectionnés</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>ouverts&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>en cours&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 being closed</source>
        <translation>%1 en cours de fermeture</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <translation>fermés&#xa0;: %1</translation>
    </message>
    <message>
        <source>Activate %1</source>
        <translation>En prendre %1 en charge</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>En fermer %1</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>Envoyer à %1</translation>
    </message>
    <message>
        <source>At most %1 tickets are worked on at once.</source>
        <translation>On travaille sur %1 tickets au plus à la fois.</translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message>
        <source>opened %1</source>
        <translation>ouverts : %1</translation>
    </message>
    <message>
        <source>not closed</source>
        <translation>non fermés</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ancienneté</translation>
    </message>
    <message>
        <source>Opened from</source>
        <translation>Ouverts à partir de</translation>
    </message>
    <message>
        <source>until</source>
        <translation>jusqu’à</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouverts</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>active, %1</source>
        <translation>en cours, %1</translation>
    </message>
    <message>
        <source>open, %1</source>
        <translation>ouverts, %1</translation>
    </message>
    <message>
        <source>active, unsure: %1?</source>
        <translation>en cours, incertains&#xa0;: %1&#xa0;?</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Median age, %1</source>
        <translation>Âge médian, %1</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incertains</translation>
    </message>
    <message>
        <source>Unsure, %</source>
        <translation>Incertains, %</translation>
    </message>
    <message>
        <source>Month of opening</source>
        <translation>Mois d’ouverture</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>non atteinte</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>provisoire</translation>
    </message>
    <message>
        <source>Mean, %1</source>
        <translation>Moyenne, %1</translation>
    </message>
    <message>
        <source>Median, %1</source>
        <translation>Médiane, %1</translation>
    </message>
    <message>
        <source>90 % within, %1</source>
        <translation>90&#xa0;% en, %1</translation>
    </message>
    <message>
        <source>Expected median, %1</source>
        <translation>Médiane attendue, %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermés</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>Non fermés</translation>
    </message>
    <message>
        <source>Within 1 day, %</source>
        <translation>En 1 jour, %</translation>
    </message>
    <message>
        <source>Within 3 days, %</source>
        <translation>En 3 jours, %</translation>
    </message>
    <message>
        <source>Within 7 days, %</source>
        <translation>En 7 jours, %</translation>
    </message>
    <message>
        <source>Within 30 days, %</source>
        <translation>En 30 jours, %</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>plus de %1</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>moins de %1</translation>
    </message>
    <message>
        <source>%1–%2 d</source>
        <translation>%1–%2 j</translation>
    </message>
    <message>
        <source>%1–%2 h</source>
        <translation>%1–%2 h</translation>
    </message>
    <message>
        <source>age: %1</source>
        <translation>ancienneté : %1</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>closed, opened in %1</source>
        <translation>fermés, ouverts en %1</translation>
    </message>
    <message>
        <source>closed, opened in %1, %2</source>
        <translation>fermés, ouverts en %1, %2</translation>
    </message>
    <message>
        <source>not closed, opened in %1</source>
        <translation>non fermés, ouverts en %1</translation>
    </message>
    <message>
        <source>not closed, opened in %1, %2</source>
        <translation>non fermés, ouverts en %1, %2</translation>
    </message>
    <message>
        <source>Other categories</source>
        <translation>Autres catégories</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>other categories</source>
        <translation>autres catégories</translation>
    </message>
</context>
<context>
    <name>ServerPage</name>
    <message>
        <source>helpdesk.campus.example</source>
        <translation>helpdesk.campus.example</translation>
    </message>
    <message>
        <source>Address of the ticket server</source>
        <translation>Adresse du serveur de tickets</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Where is your helpdesk?</source>
        <translation>Où se trouve votre service d’assistance&#xa0;?</translation>
    </message>
    <message>
        <source>Ask your helpdesk for the address of its server: a name, and a port if it has its own.</source>
        <translation>Demandez à votre service d’assistance l’adresse de son serveur&#xa0;: un nom et, au besoin, un port.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>All keys</source>
        <translation>Toutes les touches</translation>
    </message>
    <message>
        <source>Close the sheet</source>
        <translation>Fermer la liste</translation>
    </message>
</context>
<context>
    <name>SimilarEntry</name>
    <message>
        <source>Similar ticket</source>
        <translation>Ticket similaire</translation>
    </message>
</context>
<context>
    <name>SimilarList</name>
    <message>
        <source>Similar</source>
        <translation>Similaires</translation>
    </message>
</context>
<context>
    <name>SimilarPanel</name>
    <message>
        <source>Stop writing</source>
        <translation>Arrêter d’écrire</translation>
    </message>
    <message>
        <source>You are counted, so you need not send this report.</source>
        <translation>Vous êtes compté&#xa0;: inutile d’envoyer ce signalement.</translation>
    </message>
</context>
<context>
    <name>SimilarRow</name>
    <message>
        <source>Open it</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Me too</source>
        <translation>Moi aussi</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Compté</translation>
    </message>
    <message>
        <source>Open it: %1</source>
        <translation>Ouvrir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not counted: %1</source>
        <translation>Non compté&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>StaffCommands</name>
    <message>
        <source>Choose the next one too</source>
        <translation>Choisir aussi le suivant</translation>
    </message>
    <message>
        <source>Choose the one before too</source>
        <translation>Choisir aussi le précédent</translation>
    </message>
    <message>
        <source>Choose all in the table</source>
        <translation>Choisir tout le tableau</translation>
    </message>
    <message>
        <source>Next unread ticket</source>
        <translation>Ticket non lu suivant</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Prendre en charge</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Set to facility management</source>
        <translation>Choisir bâtiments et locaux</translation>
    </message>
    <message>
        <source>Set to technical IT</source>
        <translation>Choisir informatique</translation>
    </message>
    <message>
        <source>Set to services complaints</source>
        <translation>Choisir réclamations de services</translation>
    </message>
    <message>
        <source>Take back the correction</source>
        <translation>Annuler la correction</translation>
    </message>
    <message>
        <source>Mark unread</source>
        <translation>Marquer comme non lu</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>Écrire une note interne</translation>
    </message>
    <message>
        <source>Answer, then close</source>
        <translation>Répondre, puis fermer</translation>
    </message>
    <message>
        <source>View %1 of the rail</source>
        <translation>Vue %1 de la barre</translation>
    </message>
    <message>
        <source>A view of the rail</source>
        <translation>Une vue de la barre</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Activate</source>
        <translation>Prendre en charge</translation>
    </message>
    <message>
        <source>Undo closing</source>
        <translation>Annuler la fermeture</translation>
    </message>
    <message>
        <source>Leave this ticket active</source>
        <translation>Laisser ce ticket en cours</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Take this ticket</source>
        <translation>Prendre ce ticket en charge</translation>
    </message>
    <message>
        <source>Close this ticket; closed is final</source>
        <translation>Fermer ce ticket&#xa0;; c’est définitif</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Answering %1 tickets</source>
        <translation>Réponse à %1 tickets</translation>
    </message>
    <message>
        <source>%1 tickets answered.</source>
        <translation>Réponse envoyée à %1 tickets.</translation>
    </message>
    <message>
        <source>%1 answered.</source>
        <translation>Réponse envoyée à %1.</translation>
    </message>
    <message>
        <source>%1 not answered: %2</source>
        <translation>Pas de réponse à %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Activating %1 tickets</source>
        <translation>Prise en charge de %1 tickets</translation>
    </message>
    <message>
        <source>%1 tickets activated.</source>
        <translation>%1 tickets pris en charge.</translation>
    </message>
    <message>
        <source>%1 not activated: %2</source>
        <translation>%1 non pris en charge&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 is open: activate it first (%2).</source>
        <translation>%1 est ouvert&#xa0;: prenez-le d’abord en charge (%2).</translation>
    </message>
    <message>
        <source>%1 are open: activate them first (%2).</source>
        <translation>%1 sont ouverts&#xa0;: prenez-les d’abord en charge (%2).</translation>
    </message>
    <message>
        <source>%1 is active already.</source>
        <translation>%1 est déjà en cours.</translation>
    </message>
    <message>
        <source>%1 are active already.</source>
        <translation>%1 sont déjà en cours.</translation>
    </message>
    <message>
        <source>%1 is closed, and closed is final.</source>
        <translation>%1 est fermé, et c’est définitif.</translation>
    </message>
    <message>
        <source>%1 are closed, and closed is final.</source>
        <translation>%1 sont fermés, et c’est définitif.</translation>
    </message>
</context>
<context>
    <name>SwitchButton</name>
    <message>
        <source>Delete what you typed and did here from this PC, and show the first page</source>
        <translation>Effacer de ce PC ce que vous y avez écrit et fait, et afficher la première page</translation>
    </message>
    <message>
        <source>Leave and delete what you typed?</source>
        <translation>Partir et effacer votre texte&#xa0;?</translation>
    </message>
    <message>
        <source>Switch role</source>
        <translation>Changer de rôle</translation>
    </message>
    <message>
        <source>I am done</source>
        <translation>J’ai terminé</translation>
    </message>
</context>
<context>
    <name>TalkView</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est affiché</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>This PC has no workstation key. Helpdesk staff work at PCs that have one; the operators of Campus Desk give them out.</source>
        <translation>Ce PC n’a pas de clé de poste. L’équipe d’assistance travaille sur des PC qui en ont une&#xa0;; les opérateurs de Campus Desk les remettent.</translation>
    </message>
    <message>
        <source>This PC has a workstation key that your account may not read. The operators of Campus Desk say which accounts may.</source>
        <translation>Ce PC a une clé de poste que votre compte ne peut pas lire. Les opérateurs de Campus Desk décident quels comptes le peuvent.</translation>
    </message>
    <message>
        <source>The file for this PC&apos;s workstation key holds no key. The operators of Campus Desk can put a new one there.</source>
        <translation>Le fichier de la clé de poste de ce PC ne contient aucune clé. Les opérateurs de Campus Desk peuvent en mettre une nouvelle.</translation>
    </message>
    <message>
        <source>The server does not take this PC&apos;s workstation key: it may have been revoked. The operators of Campus Desk can give this PC a new one.</source>
        <translation>Le serveur n’accepte pas la clé de poste de ce PC&#xa0;; elle a peut-être été révoquée. Les opérateurs de Campus Desk peuvent en donner une nouvelle à ce PC.</translation>
    </message>
    <message>
        <source>This PC shows its workstation key over TLS only, and speaks to this server without. The operators of Campus Desk can name the campus&apos;s CA here.</source>
        <translation>Ce PC ne montre sa clé de poste que par TLS et parle à ce serveur sans TLS. Les opérateurs de Campus Desk peuvent indiquer ici l’AC du campus.</translation>
    </message>
    <message>
        <source>This PC&apos;s workstation key is not one for helpdesk staff. The operators of Campus Desk can give this PC one that is.</source>
        <translation>La clé de poste de ce PC n’est pas destinée à l’équipe d’assistance. Les opérateurs de Campus Desk peuvent en donner une qui l’est.</translation>
    </message>
    <message>
        <source>This cannot be kept as it is. Remove unusual characters, please.</source>
        <translation>Ceci ne peut pas être enregistré tel quel. Veuillez retirer les caractères inhabituels.</translation>
    </message>
    <message>
        <source>Nothing is written here yet.</source>
        <translation>Rien n’est encore écrit ici.</translation>
    </message>
    <message>
        <source>This is longer than {limit} characters. Shorten it, please.</source>
        <translation>Ceci dépasse {limit} caractères. Veuillez raccourcir.</translation>
    </message>
    <message>
        <source>There is no ticket #{ticket_id}.</source>
        <translation>Il n’y a pas de ticket #{ticket_id}.</translation>
    </message>
    <message>
        <source>Ticket #{ticket_id} was closed. Only helpdesk staff see closed tickets.</source>
        <translation>Le ticket #{ticket_id} a été fermé. Seule l’équipe d’assistance voit les tickets fermés.</translation>
    </message>
    <message>
        <source>Ticket #{ticket_id} is closed, and that is final: no edits and no messages any more.</source>
        <translation>Le ticket #{ticket_id} est définitivement fermé&#xa0;: plus de modifications ni de messages.</translation>
    </message>
    <message>
        <source>Ticket #{ticket_id} is {status} by now: this is not possible.</source>
        <translation>Le ticket #{ticket_id} est maintenant {status}&#xa0;: ce n’est plus possible.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. What you typed is kept: compare, then save again.</source>
        <translation>Quelqu’un d’autre l’a modifié entre-temps. Votre texte est conservé&#xa0;: comparez, puis enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>Only helpdesk staff can do this.</source>
        <translation>Seule l’équipe d’assistance peut le faire.</translation>
    </message>
    <message>
        <source>The server does not know this role. Switch role and try again.</source>
        <translation>Le serveur ne connaît pas ce rôle. Changez de rôle et réessayez.</translation>
    </message>
    <message>
        <source>The server took this for another request. Copy what you typed and send it anew.</source>
        <translation>Le serveur a pris ceci pour une autre demande. Copiez votre texte et renvoyez-le.</translation>
    </message>
    <message>
        <source>This is too large to be sent. Shorten it, please.</source>
        <translation>Ceci est trop volumineux pour être envoyé. Veuillez raccourcir.</translation>
    </message>
    <message>
        <source>This desk was away for long. It reads everything anew.</source>
        <translation>Ce programme a été longtemps déconnecté. Il relit tout.</translation>
    </message>
    <message>
        <source>The server cannot save anything right now. What you typed is kept: try again in a moment.</source>
        <translation>Le serveur ne peut rien enregistrer pour l’instant. Votre texte est conservé&#xa0;: réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The server is still reading its data. Try again in a moment.</source>
        <translation>Le serveur lit encore ses données. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The server is being restarted. What you typed is kept: try again in a moment.</source>
        <translation>Le serveur redémarre. Votre texte est conservé&#xa0;: réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Something went wrong in the server. What you typed is kept: try again; if it stays, tell the operator.</source>
        <translation>Une erreur s’est produite dans le serveur. Votre texte est conservé&#xa0;: réessayez&#xa0;; si cela persiste, prévenez l’opérateur.</translation>
    </message>
    <message>
        <source>The server does not know this workstation&apos;s key. Its operators can give this PC a new one.</source>
        <translation>Le serveur ne connaît pas la clé de ce poste. Ses opérateurs peuvent en donner une nouvelle à ce PC.</translation>
    </message>
    <message>
        <source>This PC has no workstation key, so it cannot be used as helpdesk staff.</source>
        <translation>Ce PC n’a pas de clé de poste&#xa0;; l’équipe d’assistance ne peut donc pas l’utiliser.</translation>
    </message>
    <message>
        <source>This was one of very many requests in a short time. Wait a moment and try again, please.</source>
        <translation>Il y a eu de très nombreuses demandes en peu de temps. Veuillez patienter un instant et réessayer.</translation>
    </message>
    <message>
        <source>The server has no room for another desk just now. It is tried again by itself.</source>
        <translation>Le serveur n’a pas de place pour un autre programme pour l’instant. Une nouvelle tentative se fait d’elle-même.</translation>
    </message>
    <message>
        <source>The server does not answer. What you typed is kept: try again when the connection is back.</source>
        <translation>Le serveur ne répond pas. Votre texte est conservé&#xa0;: réessayez quand la connexion sera rétablie.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid any more, so nothing is sent to it. The operators of Campus Desk can renew it; this desk goes on by itself then.</source>
        <translation>Le certificat du serveur n’est plus valide&#xa0;; rien ne lui est envoyé. Les opérateurs de Campus Desk peuvent le renouveler&#xa0;; tout reprendra alors de soi-même.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet, so nothing is sent to it. Look whether this PC&apos;s clock is right.</source>
        <translation>Le certificat du serveur n’est pas encore valide&#xa0;; rien ne lui est envoyé. Vérifiez que l’horloge de ce PC est à l’heure.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not from the CA that this PC trusts, so nothing is sent to it. Tell the operators of Campus Desk.</source>
        <translation>Le certificat du serveur ne vient pas de l’AC à laquelle ce PC fait confiance&#xa0;; rien ne lui est envoyé. Prévenez les opérateurs de Campus Desk.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name than this PC calls it by, so nothing is sent to it. Tell the operators of Campus Desk.</source>
        <translation>Le certificat du serveur est établi pour un autre nom que celui qu’utilise ce PC&#xa0;; rien ne lui est envoyé. Prévenez les opérateurs de Campus Desk.</translation>
    </message>
    <message>
        <source>The server cannot save anything right now. Try again in a moment.</source>
        <translation>Le serveur ne peut rien enregistrer pour l’instant. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The server is being restarted. Try again in a moment.</source>
        <translation>Le serveur redémarre. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Something went wrong in the server. Try again; if it stays, tell the operator.</source>
        <translation>Une erreur s’est produite dans le serveur. Réessayez&#xa0;; si cela persiste, prévenez l’opérateur.</translation>
    </message>
    <message>
        <source>The server does not answer. Try again when the connection is back.</source>
        <translation>Le serveur ne répond pas. Réessayez quand la connexion sera rétablie.</translation>
    </message>
    <message>
        <source>it is open, and must be activated first.</source>
        <translation>il est ouvert et doit d’abord être pris en charge.</translation>
    </message>
    <message>
        <source>somebody else took it already.</source>
        <translation>quelqu’un d’autre l’a déjà pris en charge.</translation>
    </message>
    <message>
        <source>somebody else closed it already.</source>
        <translation>quelqu’un d’autre l’a déjà fermé.</translation>
    </message>
    <message>
        <source>it does not exist.</source>
        <translation>il n’existe pas.</translation>
    </message>
    <message>
        <source>somebody else changed its category meanwhile.</source>
        <translation>quelqu’un d’autre a changé sa catégorie entre-temps.</translation>
    </message>
    <message>
        <source>the server does not answer.</source>
        <translation>le serveur ne répond pas.</translation>
    </message>
    <message>
        <source>the server is being restarted.</source>
        <translation>le serveur redémarre.</translation>
    </message>
    <message>
        <source>the server is still reading its data.</source>
        <translation>le serveur lit encore ses données.</translation>
    </message>
    <message>
        <source>the server cannot save anything right now.</source>
        <translation>le serveur ne peut rien enregistrer pour l’instant.</translation>
    </message>
    <message>
        <source>something went wrong in the server.</source>
        <translation>une erreur s’est produite dans le serveur.</translation>
    </message>
    <message>
        <source>No server can be trusted: {path} cannot be read: {reason}.</source>
        <translation>Aucun serveur n’est digne de confiance&#xa0;: {path} est illisible&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>No server can be trusted: {path} holds no certificates (PEM).</source>
        <translation>Aucun serveur n’est digne de confiance&#xa0;: {path} ne contient pas de certificats (PEM).</translation>
    </message>
    <message>
        <source>“{typed}” is no server address. Write it like desk.example or desk.example:47600.</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas une adresse de serveur. Écrivez-la comme desk.example ou desk.example:47600.</translation>
    </message>
    <message>
        <source>there is no room left on the disk.</source>
        <translation>il n’y a plus de place sur le disque.</translation>
    </message>
    <message>
        <source>you may not write there, or another program has the file open.</source>
        <translation>vous n’avez pas le droit d’y écrire, ou un autre programme a ouvert le fichier.</translation>
    </message>
    <message>
        <source>the folder is not there any more.</source>
        <translation>le dossier n’existe plus.</translation>
    </message>
    <message>
        <source>the disk does not take it.</source>
        <translation>le disque ne l’accepte pas.</translation>
    </message>
    <message>
        <source>The server did not confirm what was sent last. Look whether it arrived.</source>
        <translation>Le serveur n’a pas confirmé le dernier envoi. Vérifiez s’il est bien arrivé.</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Helpdesk</source>
        <translation>Assistance</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>active</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Bâtiments</translation>
    </message>
    <message>
        <source>IT</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Facility management</source>
        <translation>Bâtiments et locaux</translation>
    </message>
    <message>
        <source>Technical IT</source>
        <translation>Informatique</translation>
    </message>
    <message>
        <source>Services complaints</source>
        <translation>Réclamations de services</translation>
    </message>
    <message>
        <source>facility management</source>
        <translation>bâtiments et locaux</translation>
    </message>
    <message>
        <source>technical IT</source>
        <translation>informatique</translation>
    </message>
    <message>
        <source>services complaints</source>
        <translation>réclamations de services</translation>
    </message>
    <message>
        <source>almost certainly {category}</source>
        <translation>presque sûrement&#xa0;: {category}</translation>
    </message>
    <message>
        <source>probably {category}</source>
        <translation>probablement {category}</translation>
    </message>
    <message>
        <source>not sure yet</source>
        <translation>pas encore sûr</translation>
    </message>
    <message>
        <source>Probably {category}</source>
        <translation>Probablement {category}</translation>
    </message>
    <message>
        <source>Not sure: {category}?</source>
        <translation>Pas sûr&#xa0;: {category}&#xa0;?</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>le même</translation>
    </message>
    <message>
        <source>probably the same</source>
        <translation>probablement le même</translation>
    </message>
    <message>
        <source>perhaps the same</source>
        <translation>peut-être le même</translation>
    </message>
    <message>
        <source>set automatically</source>
        <translation>choisie automatiquement</translation>
    </message>
    <message>
        <source>set by the helpdesk</source>
        <translation>choisie par l’assistance</translation>
    </message>
    <message>
        <source>reported it</source>
        <translation>l’a signalé</translation>
    </message>
    <message>
        <source>edited it</source>
        <translation>l’a modifié</translation>
    </message>
    <message>
        <source>activated it</source>
        <translation>l’a pris en charge</translation>
    </message>
    <message>
        <source>closed it</source>
        <translation>l’a fermé</translation>
    </message>
    <message>
        <source>wrote a message</source>
        <translation>a écrit un message</translation>
    </message>
    <message>
        <source>erased its texts</source>
        <translation>a effacé ses textes</translation>
    </message>
    <message>
        <source>set its category anew</source>
        <translation>a choisi de nouveau la catégorie</translation>
    </message>
    <message>
        <source>has this problem too</source>
        <translation>a aussi ce problème</translation>
    </message>
    <message>
        <source>wrote an internal note</source>
        <translation>a écrit une note interne</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problème</translation>
    </message>
    <message>
        <source>location</source>
        <translation>lieu</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>category</source>
        <translation>catégorie</translation>
    </message>
    <message>
        <source>message</source>
        <translation>message</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Resolution time</source>
        <translation>Délai de résolution</translation>
    </message>
    <message>
        <source>Category load</source>
        <translation>Charge par catégorie</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased by an operator</source>
        <translation>Effacé par un opérateur</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Connexion en cours…</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>Hors ligne depuis {time}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day} {month}</translation>
    </message>
    <message>
        <source>Not let in since {time}</source>
        <translation>Accès refusé depuis {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>hier {time}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>{path} est illisible&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{path} is no TOML in UTF-8: {reason}</source>
        <translation>{path} n’est pas du TOML en UTF-8&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{name} in {path} has to be true or false</source>
        <translation>{name} dans {path} doit être true ou false</translation>
    </message>
    <message>
        <source>{path} has settings that nobody knows: {names}</source>
        <translation>{path} contient des réglages inconnus&#xa0;: {names}</translation>
    </message>
    <message>
        <source>{path} may hold texts only, and no empty ones</source>
        <translation>{path} ne peut contenir que des textes, et aucun vide</translation>
    </message>
    <message>
        <source>{name} in {path} has to be one line of at most {limit} characters</source>
        <translation>{name} dans {path} doit être une ligne de {limit} caractères au plus</translation>
    </message>
    <message>
        <source>{name} in {path} has to be a server address like desk.example or desk.example:47600</source>
        <translation>{name} dans {path} doit être une adresse de serveur comme desk.example ou desk.example:47600</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Only what fits into %1 characters was pasted.</source>
        <translation>Seul ce qui tient en %1 caractères a été collé.</translation>
    </message>
    <message>
        <source>Please write something first.</source>
        <translation>Veuillez d’abord écrire quelque chose.</translation>
    </message>
    <message numerus="yes">
        <source>This is %Ln character(s) too long.</source>
        <translation>
            <numerusform>Il y a %Ln caractère de trop.</numerusform>
            <numerusform>Il y a %Ln caractères de trop.</numerusform>
        </translation>
    </message>
    <message>
        <source>This text holds characters that cannot be kept.</source>
        <translation>Ce texte contient des caractères qui ne peuvent pas être enregistrés.</translation>
    </message>
</context>
<context>
    <name>ThemeMenu</name>
    <message>
        <source>System look</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Look: %1</source>
        <translation>Apparence&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>TicketDelegate</name>
    <message>
        <source>closing</source>
        <translation>fermeture</translation>
    </message>
</context>
<context>
    <name>TicketHead</name>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Edit text and place</source>
        <translation>Modifier le texte et le lieu</translation>
    </message>
</context>
<context>
    <name>TicketList</name>
    <message>
        <source>Open and active now</source>
        <translation>Ouverts et en cours</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Tous les tickets</translation>
    </message>
    <message>
        <source>No ticket in this view passes the filters:</source>
        <translation>Aucun ticket de cette vue ne passe les filtres&#xa0;:</translation>
    </message>
    <message>
        <source>Nothing is open on campus. Is something broken? Tell us above.</source>
        <translation>Rien n’est en attente sur le campus. Quelque chose ne marche pas&#xa0;? Dites-le-nous ci-dessus.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvés</translation>
    </message>
    <message>
        <source>Columns and panels</source>
        <translation>Colonnes et panneaux</translation>
    </message>
    <message>
        <source>from this PC first</source>
        <translation>ceux de ce PC d’abord</translation>
    </message>
    <message>
        <source>sorted by %1</source>
        <translation>tri par %1</translation>
    </message>
    <message>
        <source>From the analysis</source>
        <translation>De l’analyse</translation>
    </message>
    <message>
        <source>Set the category by its key: %1</source>
        <translation>Choisir la catégorie par sa touche&#xa0;: %1</translation>
    </message>
    <message>
        <source>Texts are searched, not sorted. Sort by any other column.</source>
        <translation>Les textes se recherchent et ne se trient pas. Triez par une autre colonne.</translation>
    </message>
    <message>
        <source>There are no such tickets any more.</source>
        <translation>Il n’y a plus de tickets de ce genre.</translation>
    </message>
    <message>
        <source>Nothing was found that passes the filters:</source>
        <translation>Rien n’a été trouvé qui passe les filtres&#xa0;:</translation>
    </message>
    <message>
        <source>No open or active ticket has all of these words. Fewer letters find more.</source>
        <translation>Aucun ticket ouvert ou en cours ne contient tous ces mots. Moins de lettres en trouvent plus.</translation>
    </message>
    <message>
        <source>No ticket has all of these words in its text, place or messages. Fewer letters find more.</source>
        <translation>Aucun ticket ne contient tous ces mots dans son texte, son lieu ou ses messages. Moins de lettres en trouvent plus.</translation>
    </message>
    <message>
        <source>Nothing is shown at a PC that is not let in as helpdesk staff.</source>
        <translation>Rien n’est affiché sur un PC sans accès d’assistance.</translation>
    </message>
    <message>
        <source>The tickets appear here as soon as the server&apos;s certificate is valid.</source>
        <translation>Les tickets apparaîtront ici dès que le certificat du serveur sera valide.</translation>
    </message>
    <message>
        <source>The tickets appear here as soon as the server answers.</source>
        <translation>Les tickets apparaîtront ici dès que le serveur répondra.</translation>
    </message>
</context>
<context>
    <name>TicketTable</name>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Last modified</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Pris en charge</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Me too</source>
        <translation>Moi aussi</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Dernier message</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrigée</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>%1, unread</source>
        <translation>%1, non lu</translation>
    </message>
</context>
<context>
    <name>TicketView</name>
    <message>
        <source>What is the problem</source>
        <translation>Quel est le problème</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>How to reach the reporter</source>
        <translation>Contact de la personne</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Signalé</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Pris en charge par</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Choose a ticket to read it here.</source>
        <translation>Choisissez un ticket pour le lire ici.</translation>
    </message>
    <message>
        <source>Show what is similar</source>
        <translation>Voir les similaires</translation>
    </message>
    <message>
        <source>An operator erased what was written here. When it happened and who did what stays.</source>
        <translation>Un opérateur a effacé ce qui était écrit ici. Les dates et les actions restent.</translation>
    </message>
    <message>
        <source>This ticket is closed, so it cannot be changed any more.</source>
        <translation>Ce ticket est fermé et ne peut plus être modifié.</translation>
    </message>
    <message>
        <source>Ticket %1 appears here as soon as the server answers.</source>
        <translation>Le ticket %1 apparaîtra ici dès que le serveur répondra.</translation>
    </message>
    <message>
        <source>What you wrote was not saved. You can still copy it.</source>
        <translation>Votre texte n’a pas été enregistré. Vous pouvez encore le copier.</translation>
    </message>
    <message>
        <source>reported %1 at %2</source>
        <translation>signalé %1 sur %2</translation>
    </message>
    <message>
        <source>taken %1 by %2</source>
        <translation>pris en charge %1 par %2</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>fermé %1</translation>
    </message>
    <message>
        <source>last change %1</source>
        <translation>dernière modification %1</translation>
    </message>
    <message>
        <source>category %1</source>
        <translation>catégorie %1</translation>
    </message>
    <message>
        <source>Show what is similar: %1</source>
        <translation>Voir les similaires&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>UnreadTickets</name>
    <message>
        <source>Go to the next unread ticket (N)</source>
        <translation>Aller au ticket non lu suivant (N)</translation>
    </message>
    <message>
        <source>Nothing is unread.</source>
        <translation>Rien n’est non lu.</translation>
    </message>
    <message>
        <source>%1 is unread, and not in this list. Unread outside it: %2</source>
        <translation>%1 n’est pas lu et n’est pas dans cette liste. Non lus hors de celle-ci&#xa0;: %2</translation>
    </message>
    <message>
        <source>(%1) Campus Desk</source>
        <translation>(%1) Campus Desk</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 non lus</translation>
    </message>
    <message>
        <source>Go to the next unread ticket, unread: %1</source>
        <translation>Aller au ticket non lu suivant, non lus&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Unsent</name>
    <message>
        <source>Written and not sent: show it</source>
        <translation>Écrit et non envoyé&#xa0;: afficher</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsent</source>
        <translation>
            <numerusform>%Ln non envoyé</numerusform>
            <numerusform>%Ln non envoyés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: show what was written and not sent</source>
        <translation>%1&#xa0;: afficher ce qui a été écrit et non envoyé</translation>
    </message>
</context>
<context>
    <name>UnsentList</name>
    <message>
        <source>Written and not sent</source>
        <translation>Écrit et non envoyé</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln autre</numerusform>
            <numerusform>et %Ln autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsentRow</name>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Signalement</translation>
    </message>
    <message>
        <source>Edit of %1</source>
        <translation>Modification de %1</translation>
    </message>
    <message>
        <source>Message under %1</source>
        <translation>Message sur %1</translation>
    </message>
    <message>
        <source>Internal note under %1</source>
        <translation>Note interne sur %1</translation>
    </message>
    <message>
        <source>Message to several tickets</source>
        <translation>Message à plusieurs tickets</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>ValueButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>New</source>
        <translation>Nouveaux</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Waiting for us</source>
        <translation>À répondre</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Plus anciens</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Fermés ce jour</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>longest waiting first</source>
        <translation>plus longue attente d’abord</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>plus anciens d’abord</translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation>moins sûrs d’abord</translation>
    </message>
    <message>
        <source>Nothing new: every ticket was taken. Go on with In work.</source>
        <translation>Rien de nouveau&#xa0;: tous les tickets sont pris en charge. Continuez avec «&#xa0;En cours&#xa0;».</translation>
    </message>
    <message>
        <source>Nobody works on a ticket. Choose New, and activate one of what was reported.</source>
        <translation>Personne ne traite de ticket. Choisissez «&#xa0;Nouveaux&#xa0;» et prenez-en un en charge.</translation>
    </message>
    <message>
        <source>Nobody waits for an answer: the last word in every conversation is the helpdesk&apos;s.</source>
        <translation>Personne n’attend de réponse&#xa0;: l’assistance a le dernier mot dans chaque conversation.</translation>
    </message>
    <message>
        <source>Nothing is left to do: every ticket is closed.</source>
        <translation>Il ne reste rien à faire&#xa0;: tous les tickets sont fermés.</translation>
    </message>
    <message>
        <source>Nothing to check: the server is sure enough of every open and active ticket&apos;s category.</source>
        <translation>Rien à vérifier&#xa0;: le serveur est assez sûr de la catégorie de chaque ticket ouvert ou en cours.</translation>
    </message>
    <message>
        <source>Nothing was closed today yet. What is closed earlier stands in All.</source>
        <translation>Rien n’a encore été fermé aujourd’hui. Ce qui l’a été plus tôt est dans «&#xa0;Tous&#xa0;».</translation>
    </message>
    <message>
        <source>No tickets yet. They appear here the moment somebody reports a problem.</source>
        <translation>Pas encore de tickets. Ils apparaîtront ici dès que quelqu’un signalera un problème.</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>What is being done</source>
        <translation>Ce qui est en cours</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Put this line away</source>
        <translation>Masquer cette ligne</translation>
    </message>
</context>
</TS>
