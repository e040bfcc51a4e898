<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>AgeBars</name>
    <message>
        <source>All not closed, by age</source>
        <translation>Tutti i non chiusi per età</translation>
    </message>
</context>
<context>
    <name>AnalysisChoice</name>
    <message>
        <source>The analyses cannot be shown (%1). The operators of Campus Desk can install it anew.</source>
        <translation>Le analisi non si possono mostrare (%1). Gli operatori di Campus Desk possono reinstallarlo.</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analisi</translation>
    </message>
</context>
<context>
    <name>AnalysisExport</name>
    <message>
        <source>Save picture</source>
        <translation>Salva immagine</translation>
    </message>
    <message>
        <source>Save numbers</source>
        <translation>Salva numeri</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Salvato come %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Non salvato: %1</translation>
    </message>
    <message>
        <source>Not printed: the printer takes nothing.</source>
        <translation>Non stampato: la stampante non accetta nulla.</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Inviato alla stampante</translation>
    </message>
</context>
<context>
    <name>AnalysisHead</name>
    <message>
        <source>Plot</source>
        <translation>Grafico</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numeri</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>Presentazione</translation>
    </message>
    <message>
        <source>Save or print</source>
        <translation>Salva o stampa</translation>
    </message>
    <message>
        <source>Save picture (PNG) …</source>
        <translation>Salva immagine (PNG) …</translation>
    </message>
    <message>
        <source>Save numbers (CSV) …</source>
        <translation>Salva numeri (CSV) …</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Stampa …</translation>
    </message>
</context>
<context>
    <name>AnalysisPanel</name>
    <message>
        <source>The analysis service does not let this PC in</source>
        <translation>Il servizio di analisi non ammette questo PC</translation>
    </message>
    <message>
        <source>The certificate of the analysis service is not valid here</source>
        <translation>Il certificato del servizio di analisi qui non è valido</translation>
    </message>
    <message>
        <source>The analysis service is away</source>
        <translation>Il servizio di analisi non risponde</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Connessione in corso…</translation>
    </message>
    <message>
        <source>as of %1, the analysis service is away</source>
        <translation>dati di %1, il servizio di analisi non risponde</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>Ore di %1</translation>
    </message>
    <message>
        <source>as of %1, the ticket server is away</source>
        <translation>dati di %1, il server dei ticket non risponde</translation>
    </message>
    <message>
        <source>%1 old (%2): the ticket server is away</source>
        <translation>di %1 fa (%2): il server dei ticket non risponde</translation>
    </message>
    <message>
        <source>%1 old (%2): the analysis service is away</source>
        <translation>di %1 fa (%2): il servizio di analisi non risponde</translation>
    </message>
    <message>
        <source>live, %1, %2</source>
        <translation>in tempo reale, %1, %2</translation>
    </message>
</context>
<context>
    <name>AnalysisPicture</name>
    <message>
        <source>as of %1, %2</source>
        <translation>dati di %1, %2</translation>
    </message>
</context>
<context>
    <name>AnswerAndClose</name>
    <message>
        <source>Answer, then close</source>
        <translation>Rispondi, poi chiudi</translation>
    </message>
    <message>
        <source>Add note, then close</source>
        <translation>Aggiungi nota, poi chiudi</translation>
    </message>
    <message>
        <source>Add the note, and close the ticket after it</source>
        <translation>Aggiungi la nota e poi chiudi il ticket</translation>
    </message>
    <message>
        <source>Send, and close the ticket after it</source>
        <translation>Invia e poi chiudi il ticket</translation>
    </message>
</context>
<context>
    <name>BacklogControls</name>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoria</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Età</translation>
    </message>
    <message>
        <source>Bars by status</source>
        <translation>Barre per stato</translation>
    </message>
    <message>
        <source>Bars by category</source>
        <translation>Barre per categoria</translation>
    </message>
    <message>
        <source>All not closed by age</source>
        <translation>Tutti i non chiusi per età</translation>
    </message>
    <message>
        <source>What the bars show</source>
        <translation>Che cosa mostrano le barre</translation>
    </message>
</context>
<context>
    <name>BacklogPlot</name>
    <message>
        <source>Nothing from this time is left to do.</source>
        <translation>Di questo periodo non resta nulla da fare.</translation>
    </message>
    <message>
        <source>No ticket was opened in this time.</source>
        <translation>In questo periodo non è stato aperto nessun ticket.</translation>
    </message>
    <message>
        <source>tickets/day</source>
        <translation>ticket/giorno</translation>
    </message>
    <message>
        <source>tickets/hour</source>
        <translation>ticket/ora</translation>
    </message>
    <message>
        <source>%1 not closed yet</source>
        <translation>%1 non ancora chiusi</translation>
    </message>
    <message>
        <source>the highest of %1 days that share this place</source>
        <translation>il più alto di %1 giorni in questo punto</translation>
    </message>
</context>
<context>
    <name>BacklogWords</name>
    <message>
        <source>Show this ticket</source>
        <translation>Mostra questo ticket</translation>
    </message>
    <message>
        <source>opened in the last hour and not yet closed</source>
        <translation>aperti nell&apos;ultima ora e non ancora chiusi</translation>
    </message>
    <message numerus="yes">
        <source>opened in the last %Ln hour(s) and not yet closed</source>
        <translation>
            <numerusform>aperti nell&apos;ultima %Ln ora e non ancora chiusi</numerusform>
            <numerusform>aperti nelle ultime %Ln ore e non ancora chiusi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>opened in the last %Ln day(s) and not yet closed</source>
        <translation>
            <numerusform>aperti nell&apos;ultimo %Ln giorno e non ancora chiusi</numerusform>
            <numerusform>aperti negli ultimi %Ln giorni e non ancora chiusi</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 opened</source>
        <translation>%1 aperti</translation>
    </message>
    <message>
        <source>%1 opened, %2 % already closed</source>
        <translation>%1 aperti, %2 % già chiusi</translation>
    </message>
    <message>
        <source>%1 not closed in all</source>
        <translation>%1 non chiusi in tutto</translation>
    </message>
    <message>
        <source>oldest: #%1, %2</source>
        <translation>il più vecchio: #%1, %2</translation>
    </message>
</context>
<context>
    <name>BatchLine</name>
    <message>
        <source>Stop</source>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Stopped before %1.</source>
        <translation>Interrotto prima di %1.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 e altri %2</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 di %3</translation>
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
        <translation>Un clic mostra questi ticket</translation>
    </message>
</context>
<context>
    <name>CategoryBar</name>
    <message>
        <source>Take back the correction</source>
        <translation>Annulla la correzione</translation>
    </message>
    <message>
        <source>Take back the correction: the server&apos;s own category stands again</source>
        <translation>Annulla la correzione: torna a valere la categoria del server</translation>
    </message>
    <message>
        <source>Set to %1</source>
        <translation>Imposta %1</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>Categoria: %1</translation>
    </message>
</context>
<context>
    <name>CategoryHint</name>
    <message>
        <source>from the word %1</source>
        <translation>dalla parola %1</translation>
    </message>
    <message>
        <source>from the words %1</source>
        <translation>dalle parole %1</translation>
    </message>
</context>
<context>
    <name>CategoryPanel</name>
    <message>
        <source>open, the load to come</source>
        <translation>aperti, il carico in arrivo</translation>
    </message>
    <message>
        <source>tickets are being worked on · open: %1</source>
        <translation>ticket in corso · aperti: %1</translation>
    </message>
</context>
<context>
    <name>CategoryPlot</name>
    <message>
        <source>tickets</source>
        <translation>ticket</translation>
    </message>
    <message>
        <source>Nothing is open, and nothing is being worked on.</source>
        <translation>Nulla è aperto e nulla è in lavorazione.</translation>
    </message>
    <message>
        <source>active %1</source>
        <translation>in corso %1</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>aperti %1</translation>
    </message>
    <message>
        <source>median age %1</source>
        <translation>età mediana %1</translation>
    </message>
    <message>
        <source>unsure of %1 (%2 %)</source>
        <translation>incerti %1 (%2%)</translation>
    </message>
    <message>
        <source>active %1 · open %2</source>
        <translation>in corso %1 · aperti %2</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Closed is final: no more messages.</source>
        <translation>La chiusura è definitiva: nessun altro messaggio.</translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation>Ancora nessun messaggio.</translation>
    </message>
    <message>
        <source>The conversation of the chosen ticket stands here.</source>
        <translation>Qui compare la conversazione del ticket scelto.</translation>
    </message>
    <message>
        <source>The conversation appears here as soon as the server answers.</source>
        <translation>La conversazione comparirà qui appena il server risponde.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>%1 tickets closed.</source>
        <translation>%1 ticket chiusi.</translation>
    </message>
    <message>
        <source>%1 not closed: %2</source>
        <translation>%1 non chiuso: %2</translation>
    </message>
    <message>
        <source>Closing %1</source>
        <translation>Chiusura di %1</translation>
    </message>
    <message>
        <source>Closing %1 tickets</source>
        <translation>Chiusura di %1 ticket</translation>
    </message>
</context>
<context>
    <name>ColumnsMenu</name>
    <message>
        <source>Columns and panels</source>
        <translation>Colonne e pannelli</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Pannelli</translation>
    </message>
    <message>
        <source>Reset columns and order</source>
        <translation>Ripristina colonne e ordine</translation>
    </message>
    <message>
        <source>Sort rising</source>
        <translation>Ordine crescente</translation>
    </message>
    <message>
        <source>Sort falling</source>
        <translation>Ordine decrescente</translation>
    </message>
    <message>
        <source>Texts are searched, not sorted</source>
        <translation>I testi si cercano, non si ordinano</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Sposta a sinistra</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Sposta a destra</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Nascondi</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordina per</translation>
    </message>
    <message>
        <source>Ctrl+Up, Ctrl+Down: move the marked column</source>
        <translation>Ctrl+Su, Ctrl+Giù: sposta la colonna evidenziata</translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right: narrower, wider</source>
        <translation>Ctrl+Sinistra, Ctrl+Destra: più stretta, più larga</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Move</source>
        <translation>Spostarsi</translation>
    </message>
    <message>
        <source>The chosen tickets</source>
        <translation>I ticket scelti</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Scrivere</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Viste</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>Ticket successivo</translation>
    </message>
    <message>
        <source>Ticket before</source>
        <translation>Ticket precedente</translation>
    </message>
    <message>
        <source>Go into the ticket</source>
        <translation>Entra nel ticket</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>Torna alla tabella</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Pannello successivo</translation>
    </message>
    <message>
        <source>Pane before</source>
        <translation>Pannello precedente</translation>
    </message>
    <message>
        <source>Edit text and place</source>
        <translation>Modifica testo e luogo</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copia il numero</translation>
    </message>
    <message>
        <source>Copy number and text</source>
        <translation>Copia numero e testo</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Scrivi un messaggio</translation>
    </message>
    <message>
        <source>Send or save</source>
        <translation>Invia o salva</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cerca</translation>
    </message>
    <message>
        <source>Export the list as CSV …</source>
        <translation>Esporta l’elenco in CSV …</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Segnala un problema</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Tutti i tasti</translation>
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
        <translation>Scrivi un messaggio</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Messaggio</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Nota interna</translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation>Chi lo legge</translation>
    </message>
    <message>
        <source>Only the helpdesk reads this</source>
        <translation>Questo lo legge solo l’helpdesk</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Invia</translation>
    </message>
    <message>
        <source>Copy what I wrote</source>
        <translation>Copia il mio testo</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Invia di nuovo</translation>
    </message>
    <message>
        <source>Only what fits into %1 characters was pasted.</source>
        <translation>È stato incollato solo ciò che sta in %1 caratteri.</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Scrivi una nota</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiato</translation>
    </message>
</context>
<context>
    <name>ConnectionBadge</name>
    <message>
        <source>Reconnecting …</source>
        <translation>Riconnessione in corso…</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>%1 tickets as before.</source>
        <translation>%1 ticket come prima.</translation>
    </message>
    <message>
        <source>%1 tickets set to %2.</source>
        <translation>%1 ticket impostati: %2.</translation>
    </message>
    <message>
        <source>%1 is %2 again.</source>
        <translation>%1 è di nuovo %2.</translation>
    </message>
    <message>
        <source>Correcting %1 tickets</source>
        <translation>Correzione di %1 ticket</translation>
    </message>
    <message>
        <source>%1 not corrected: %2</source>
        <translation>%1 non corretto: %2</translation>
    </message>
    <message>
        <source>%1 set to %2.</source>
        <translation>%1 impostato: %2.</translation>
    </message>
</context>
<context>
    <name>Departing</name>
    <message>
        <source>The server&apos;s data was restored meanwhile. Copy what you wrote, then edit the ticket as it is now.</source>
        <translation>Nel frattempo i dati del server sono stati ripristinati. Copi il suo testo, poi modifichi il ticket com’è ora.</translation>
    </message>
    <message>
        <source>The server&apos;s data was restored from a backup. This is how it is now.</source>
        <translation>I dati del server sono stati ripristinati da una copia di sicurezza. Ora sono così.</translation>
    </message>
    <message>
        <source>Ticket %1 is not in the data that was restored.</source>
        <translation>Il ticket %1 non è nei dati ripristinati.</translation>
    </message>
    <message>
        <source>The ticket is gone. What you wrote was not sent; you can still copy it.</source>
        <translation>Il ticket non c’è più. Il suo testo non è stato inviato; può ancora copiarlo.</translation>
    </message>
    <message>
        <source>Closed by the helpdesk: %1</source>
        <translation>Chiuso dall’helpdesk: %1</translation>
    </message>
    <message>
        <source>Ticket %1 was closed by the helpdesk, so it is not in your list any more.</source>
        <translation>L’helpdesk ha chiuso il ticket %1, che quindi non è più nel suo elenco.</translation>
    </message>
    <message>
        <source>The ticket is closed. What you wrote was not sent; you can still copy it.</source>
        <translation>Il ticket è chiuso. Il suo testo non è stato inviato; può ancora copiarlo.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>A part of Campus Desk cannot be loaded (%1). Its operators can install it anew.</source>
        <translation>Una parte di Campus Desk non si può caricare (%1). Gli operatori possono reinstallarlo.</translation>
    </message>
    <message>
        <source>Starting the servers on this computer …</source>
        <translation>Avvio dei server su questo computer…</translation>
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
        <translation>Sposta in una finestra propria o riporta: %1</translation>
    </message>
    <message>
        <source>Put %1 away</source>
        <translation>Nascondi: %1</translation>
    </message>
</context>
<context>
    <name>DraftLine</name>
    <message>
        <source>Discard</source>
        <translation>Scarta</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recupera</translation>
    </message>
    <message>
        <source>What you typed was put away.</source>
        <translation>Quanto scritto è stato messo da parte.</translation>
    </message>
    <message>
        <source>You sent this at %1, but it was not confirmed.</source>
        <translation>Inviato alle %1, ma non confermato.</translation>
    </message>
    <message>
        <source>You sent this earlier (%1), but it was not confirmed.</source>
        <translation>Inviato in precedenza (%1), ma non confermato.</translation>
    </message>
    <message>
        <source>You sent this at %1, but it was not confirmed. Sent again, it arrives only once.</source>
        <translation>Inviato alle %1, ma non confermato. Anche inviandolo di nuovo, arriva una sola volta.</translation>
    </message>
    <message>
        <source>You sent this earlier (%1), but it was not confirmed. Send it again if it is not there.</source>
        <translation>Inviato in precedenza (%1), ma non confermato. Lo invii di nuovo se non compare.</translation>
    </message>
    <message>
        <source>You wrote this at %1 and did not save it.</source>
        <translation>Scritto alle %1 e non salvato.</translation>
    </message>
    <message>
        <source>You wrote this earlier (%1) and did not save it.</source>
        <translation>Scritto in precedenza (%1) e non salvato.</translation>
    </message>
    <message>
        <source>You wrote this at %1 and did not send it.</source>
        <translation>Scritto alle %1 e non inviato.</translation>
    </message>
    <message>
        <source>You wrote this earlier (%1) and did not send it.</source>
        <translation>Scritto in precedenza (%1) e non inviato.</translation>
    </message>
</context>
<context>
    <name>DurationUnit</name>
    <message>
        <source>minutes</source>
        <translation>minuti</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>ore</translation>
    </message>
    <message>
        <source>days</source>
        <translation>giorni</translation>
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
        <translation>%1&#xa0;giorni</translation>
    </message>
</context>
<context>
    <name>EditForm</name>
    <message>
        <source>Save again</source>
        <translation>Salva di nuovo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Copy what I wrote</source>
        <translation>Copia il mio testo</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Invio</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Metti da parte</translation>
    </message>
    <message>
        <source>Somebody changed this while you were writing. Yours is kept.</source>
        <translation>Qualcuno ha modificato questo testo mentre scriveva. Il suo è conservato.</translation>
    </message>
    <message>
        <source>Save mine</source>
        <translation>Salva il mio</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiato</translation>
    </message>
</context>
<context>
    <name>EmptyTable</name>
    <message>
        <source>Clear filters</source>
        <translation>Togli i filtri</translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message>
        <source>%1 (minutes)</source>
        <translation>%1 (minuti)</translation>
    </message>
    <message>
        <source>Category, by whom</source>
        <translation>Categoria, da chi</translation>
    </message>
    <message>
        <source>Reported from</source>
        <translation>Segnalato da</translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation>Note interne</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Clear filters</source>
        <translation>Togli i filtri</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>%1 chosen</source>
        <translation>%1 scelti</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoria</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Età</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Certezza</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>within 1 hour</source>
        <translation>entro 1 ora</translation>
    </message>
    <message>
        <source>within 8 hours</source>
        <translation>entro 8 ore</translation>
    </message>
    <message>
        <source>today</source>
        <translation>oggi</translation>
    </message>
    <message>
        <source>within 7 days</source>
        <translation>entro 7 giorni</translation>
    </message>
    <message>
        <source>within 30 days</source>
        <translation>entro 30 giorni</translation>
    </message>
    <message>
        <source>over 7 days</source>
        <translation>oltre 7 giorni</translation>
    </message>
    <message>
        <source>over 30 days</source>
        <translation>oltre 30 giorni</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sicura</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probabile</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>incerta</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corretta</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>on this computer</source>
        <translation>su questo computer</translation>
    </message>
    <message>
        <source>live · %1 · %2 open</source>
        <translation>connesso · %1 · aperti: %2</translation>
    </message>
    <message>
        <source>%1 does not answer yet. You can enter; what is new appears when it does.</source>
        <translation>%1 non risponde ancora. Si può entrare; le novità compariranno appena risponde.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>corrected the category: “{before}” → “{after}”</source>
        <translation>ha corretto la categoria: «{before}» → «{after}»</translation>
    </message>
    <message>
        <source>took the correction back: “{before}” → “{after}”</source>
        <translation>ha annullato la correzione: «{before}» → «{after}»</translation>
    </message>
    <message>
        <source>took the correction back: “{after}” is the server&apos;s own again</source>
        <translation>ha annullato la correzione: «{after}» è di nuovo quella del server</translation>
    </message>
    <message>
        <source>confirmed the category: “{after}”</source>
        <translation>ha confermato la categoria: «{after}»</translation>
    </message>
    <message>
        <source>The server looked again, and is surer of the category</source>
        <translation>Il server ha ricontrollato ed è più sicuro della categoria</translation>
    </message>
    <message>
        <source>The server looked again: {parts}</source>
        <translation>Il server ha ricontrollato: {parts}</translation>
    </message>
    <message>
        <source>{field}: “{before}” → “{after}”</source>
        <translation>{field}: «{before}» → «{after}»</translation>
    </message>
</context>
<context>
    <name>HistoryEntry</name>
    <message>
        <source>Show all</source>
        <translation>Mostra tutto</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Mostra meno</translation>
    </message>
    <message>
        <source>Restore earlier text</source>
        <translation>Ripristina il testo precedente</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(niente)</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>History</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Enter shows all of a long text, or what can be restored.</source>
        <translation>Invio mostra per intero un testo lungo, o ciò che si può ripristinare.</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>The history of the chosen ticket stands here.</source>
        <translation>Qui compare la cronologia del ticket scelto.</translation>
    </message>
    <message>
        <source>Nothing is recorded of what was done to this ticket.</source>
        <translation>Di questo ticket non è registrato nulla.</translation>
    </message>
    <message>
        <source>The history appears here as soon as the server answers.</source>
        <translation>La cronologia comparirà qui appena il server risponde.</translation>
    </message>
</context>
<context>
    <name>KeepingNotice</name>
    <message>
        <source>What you type is not kept on this PC: its disk is full, or may not be written.</source>
        <translation>Quanto scrive non viene conservato su questo PC: il disco è pieno o protetto da scrittura.</translation>
    </message>
    <message>
        <source>What an earlier start had kept was damaged. It was put aside: %1.</source>
        <translation>Quanto era stato conservato in precedenza era danneggiato. È stato messo da parte: %1.</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language: %1</source>
        <translation>Lingua: %1</translation>
    </message>
</context>
<context>
    <name>LeavingCard</name>
    <message>
        <source>Is somebody still here?</source>
        <translation>C’è ancora qualcuno?</translation>
    </message>
    <message>
        <source>What was typed here is then deleted from this PC. Press any key or move the mouse to stay.</source>
        <translation>Quanto scritto qui verrà allora cancellato da questo PC. Prema un tasto o muova il mouse per restare.</translation>
    </message>
</context>
<context>
    <name>LinkMenu</name>
    <message>
        <source>Open %1</source>
        <translation>Apri %1</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>Export the list as CSV</source>
        <translation>Esporta l’elenco in CSV</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>The export is being cancelled …</source>
        <translation>L’esportazione viene annullata …</translation>
    </message>
    <message>
        <source>Exporting to %1 · %2 of %3</source>
        <translation>Esportazione in %1 · %2 di %3</translation>
    </message>
    <message>
        <source>The export waits at %2 of %3 and goes on by itself: %1</source>
        <translation>L’esportazione attende a %2 di %3 e riprenderà da sola: %1</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Apri la cartella</translation>
    </message>
    <message>
        <source>Try again …</source>
        <translation>Riprova …</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was written.</source>
        <translation>L’esportazione è stata annullata. Nessun file è stato scritto.</translation>
    </message>
    <message>
        <source>The list was not exported: %1</source>
        <translation>L’elenco non è stato esportato: %1</translation>
    </message>
    <message>
        <source>the server&apos;s data was restored meanwhile.</source>
        <translation>nel frattempo i dati del server sono stati ripristinati.</translation>
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
        <translation>I server di questo programma non si avviano.</translation>
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
        <translation>Conversazione</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>You</source>
        <translation>Lei</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>Conversazione</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Enter opens a link, the menu shows what else can be done.</source>
        <translation>Invio apre un link; il menu mostra che cos’altro si può fare.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ieri</translation>
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
        <translation>%1, dalle %2 alle %3</translation>
    </message>
    <message>
        <source>%1, %2 to %4, %3</source>
        <translation>%1, %2 – %4, %3</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>New ticket: %1</source>
        <translation>Nuovo ticket: %1</translation>
    </message>
    <message>
        <source>New message under %1</source>
        <translation>Nuovo messaggio su %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new ticket(s)</source>
        <translation>
            <numerusform>%Ln nuovo ticket</numerusform>
            <numerusform>%Ln nuovi ticket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new message(s)</source>
        <translation>
            <numerusform>%Ln nuovo messaggio</numerusform>
            <numerusform>%Ln nuovi messaggi</numerusform>
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
        <translation>Notifiche: attive</translation>
    </message>
    <message>
        <source>Notifications: off</source>
        <translation>Notifiche: disattivate</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln ticket</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, al %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln closed ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket chiuso</numerusform>
            <numerusform>%Ln ticket chiusi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) too long</source>
        <translation>
            <numerusform>%Ln carattere di troppo</numerusform>
            <numerusform>%Ln caratteri di troppo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) already reported this: %2</source>
        <translation>
            <numerusform>%Ln persona lo ha già segnalato: %2</numerusform>
            <numerusform>%Ln persone lo hanno già segnalato: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln similar</source>
        <translation>
            <numerusform>%Ln simile</numerusform>
            <numerusform>%Ln simili</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more have this too</source>
        <translation>
            <numerusform>%Ln altra persona ha questo problema</numerusform>
            <numerusform>altre %Ln persone hanno questo problema</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new message(s)</source>
        <translation>
            <numerusform>%Ln nuovo messaggio</numerusform>
            <numerusform>%Ln nuovi messaggi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new entry(s)</source>
        <translation>
            <numerusform>%Ln nuova voce</numerusform>
            <numerusform>%Ln nuove voci</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nuovo</numerusform>
            <numerusform>%Ln nuovi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) written to %2</source>
        <translation>
            <numerusform>%Ln ticket scritto in %2</numerusform>
            <numerusform>%Ln ticket scritti in %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumbersView</name>
    <message>
        <source>Numbers of the plot</source>
        <translation>Numeri del grafico</translation>
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
        <translation>Che cosa c’è scritto ora</translation>
    </message>
    <message>
        <source>Use this instead</source>
        <translation>Usa questo</translation>
    </message>
    <message>
        <source>It says now:</source>
        <translation>Ora c’è scritto:</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(niente)</translation>
    </message>
</context>
<context>
    <name>OwnNews</name>
    <message>
        <source>Read the answer</source>
        <translation>Leggi la risposta</translation>
    </message>
    <message>
        <source>Put this line away</source>
        <translation>Nascondi questa riga</translation>
    </message>
    <message>
        <source>The helpdesk answered #%1.</source>
        <translation>L’helpdesk ha risposto a #%1.</translation>
    </message>
    <message numerus="yes">
        <source>The helpdesk answered #%1 and %Ln more report(s) from here.</source>
        <translation>
            <numerusform>L’helpdesk ha risposto a #%1 e a %Ln altra segnalazione di qui.</numerusform>
            <numerusform>L’helpdesk ha risposto a #%1 e ad altre %Ln segnalazioni di qui.</numerusform>
        </translation>
    </message>
    <message>
        <source>#%1: closed on %2</source>
        <translation>#%1: chiuso in data %2</translation>
    </message>
    <message numerus="yes">
        <source>#%1: closed on %2, and %Ln more report(s) from here closed</source>
        <translation>
            <numerusform>#%1: chiuso in data %2, come %Ln altra segnalazione di qui</numerusform>
            <numerusform>#%1: chiuso in data %2, come altre %Ln segnalazioni di qui</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodChooser</name>
    <message>
        <source>%1 d</source>
        <translation>%1 g</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln giorno</numerusform>
            <numerusform>%Ln giorni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln ora</numerusform>
            <numerusform>%Ln ore</numerusform>
        </translation>
    </message>
    <message>
        <source>Usual periods</source>
        <translation>Periodi usuali</translation>
    </message>
    <message>
        <source>Length of the period</source>
        <translation>Durata del periodo</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>ore</translation>
    </message>
    <message>
        <source>days</source>
        <translation>giorni</translation>
    </message>
    <message>
        <source>Unit of the period</source>
        <translation>Unità del periodo</translation>
    </message>
    <message>
        <source>Another period</source>
        <translation>Altro periodo</translation>
    </message>
</context>
<context>
    <name>PickLine</name>
    <message>
        <source>Show the view again (Esc)</source>
        <translation>Mostra di nuovo la vista (Esc)</translation>
    </message>
</context>
<context>
    <name>PublicLine</name>
    <message>
        <source>Everybody on campus can read and change this.</source>
        <translation>Tutti nel campus possono leggere e modificare questo testo.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Report a problem</source>
        <translation>Nuova segnalazione</translation>
    </message>
    <message>
        <source>Analyses</source>
        <translation>Analisi</translation>
    </message>
    <message>
        <source>Open and active tickets whose last message is from a simple user</source>
        <translation>Ticket aperti e in corso il cui ultimo messaggio non è dell’helpdesk</translation>
    </message>
    <message>
        <source>Open and active tickets, the oldest first</source>
        <translation>Ticket aperti e in corso, prima i più vecchi</translation>
    </message>
    <message>
        <source>%1, tickets: %2</source>
        <translation>%1, ticket: %2</translation>
    </message>
    <message>
        <source>%1, unread: %2</source>
        <translation>%1, non letti: %2</translation>
    </message>
    <message>
        <source>Open and active tickets whose category the server is not sure of</source>
        <translation>Ticket aperti e in corso della cui categoria il server non è sicuro</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>What is the problem?</source>
        <translation>Qual è il problema?</translation>
    </message>
    <message>
        <source>For example: the light flickers</source>
        <translation>Per esempio: la luce sfarfalla</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>Dove?</translation>
    </message>
    <message>
        <source>Building, floor, room</source>
        <translation>Edificio, piano, aula</translation>
    </message>
    <message>
        <source>How can we reach you?</source>
        <translation>Come possiamo contattarla?</translation>
    </message>
    <message>
        <source>Optional; only the helpdesk reads it</source>
        <translation>Facoltativo; lo legge solo l’helpdesk</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Invia di nuovo</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Invia</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Invio</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Invio in corso…</translation>
    </message>
</context>
<context>
    <name>ReportedCard</name>
    <message>
        <source>Copy number</source>
        <translation>Copia il numero</translation>
    </message>
    <message>
        <source>Show the ticket</source>
        <translation>Mostra il ticket</translation>
    </message>
    <message>
        <source>Report another problem</source>
        <translation>Segnala un altro problema</translation>
    </message>
    <message>
        <source>Reported. Thank you.</source>
        <translation>Segnalazione inviata. Grazie!</translation>
    </message>
    <message>
        <source>This is the number of your ticket. You find it in the list below, and can answer there.</source>
        <translation>Questo è il numero del suo ticket. Lo trova nell’elenco qui sotto, dove può anche rispondere.</translation>
    </message>
    <message>
        <source>Ticket number %1</source>
        <translation>Numero del ticket %1</translation>
    </message>
    <message>
        <source>The server&apos;s data was restored from a backup of before your report. Please report it again.</source>
        <translation>I dati del server sono stati ripristinati da una copia di sicurezza precedente alla sua segnalazione. La invii di nuovo, per favore.</translation>
    </message>
    <message>
        <source>Your report is lost.</source>
        <translation>La sua segnalazione è andata persa.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiato</translation>
    </message>
</context>
<context>
    <name>ResolutionCard</name>
    <message>
        <source>%1, preliminary</source>
        <translation>%1, provvisorio</translation>
    </message>
    <message>
        <source>no ticket opened</source>
        <translation>nessun ticket aperto</translation>
    </message>
    <message>
        <source>median %1 · 90 % within %2</source>
        <translation>mediana %1 · 90&#xa0;% entro %2</translation>
    </message>
    <message>
        <source>closed %1 · not closed yet %2</source>
        <translation>chiusi %1 · non ancora chiusi %2</translation>
    </message>
    <message>
        <source>no ticket closed yet</source>
        <translation>ancora nessun ticket chiuso</translation>
    </message>
    <message>
        <source>mean %1, of fewer than 5 tickets</source>
        <translation>media %1, su meno di 5 ticket</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>media %1</translation>
    </message>
    <message>
        <source>half of all closed: not reached</source>
        <translation>metà di tutti chiusa: non raggiunto</translation>
    </message>
    <message>
        <source>half of all closed within %1</source>
        <translation>metà di tutti chiusa entro %1</translation>
    </message>
    <message>
        <source>%1 d %2 %</source>
        <translation>%1&#xa0;g %2%</translation>
    </message>
    <message>
        <source>closed in %1</source>
        <translation>chiusi in %1</translation>
    </message>
</context>
<context>
    <name>ResolutionPanel</name>
    <message>
        <source>All months</source>
        <translation>Tutti i mesi</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Ultimi 12 mesi</translation>
    </message>
    <message>
        <source>Last 24 months</source>
        <translation>Ultimi 24 mesi</translation>
    </message>
    <message>
        <source>Last 60 months</source>
        <translation>Ultimi 60 mesi</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Tutte le categorie</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Mesi</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoria</translation>
    </message>
    <message>
        <source>New months read too short: their slow tickets are not closed yet.</source>
        <translation>I mesi nuovi mostrano troppo poco: i loro ticket lenti non sono ancora chiusi.</translation>
    </message>
    <message>
        <source>New months read too short.</source>
        <translation>I mesi nuovi mostrano troppo poco.</translation>
    </message>
    <message>
        <source>no ticket is closed yet</source>
        <translation>nessun ticket è ancora chiuso</translation>
    </message>
    <message>
        <source>months as in %1</source>
        <translation>mesi secondo %1</translation>
    </message>
    <message>
        <source>half closed</source>
        <translation>metà chiusa</translation>
    </message>
    <message>
        <source>few closed</source>
        <translation>pochi chiusi</translation>
    </message>
    <message>
        <source>minutes on average until closed, %1</source>
        <translation>minuti in media fino alla chiusura, %1</translation>
    </message>
    <message>
        <source>hours on average until closed, %1</source>
        <translation>ore in media fino alla chiusura, %1</translation>
    </message>
    <message>
        <source>days on average until closed, %1</source>
        <translation>giorni in media fino alla chiusura, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>half of all closed</source>
        <translation>metà chiusa</translation>
    </message>
    <message>
        <source>preliminary: over 5 % not closed</source>
        <translation>provvisorio: oltre il 5% non chiuso</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>provvisorio</translation>
    </message>
    <message>
        <source>fewer than 5 closed</source>
        <translation>meno di 5 chiusi</translation>
    </message>
</context>
<context>
    <name>ResolutionPlot</name>
    <message>
        <source>closed</source>
        <translation>chiusi</translation>
    </message>
    <message>
        <source>not closed</source>
        <translation>non chiusi</translation>
    </message>
    <message>
        <source>Each month has its bar here once a ticket of it is closed.</source>
        <translation>Ogni mese ha qui la sua barra appena un suo ticket è chiuso.</translation>
    </message>
</context>
<context>
    <name>RestoreCard</name>
    <message>
        <source>It says now</source>
        <translation>Testo attuale</translation>
    </message>
    <message>
        <source>Earlier text</source>
        <translation>Testo precedente</translation>
    </message>
    <message>
        <source>Restore anyway</source>
        <translation>Ripristina comunque</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lascia così</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Put away what is said here</source>
        <translation>Nascondi questo avviso</translation>
    </message>
    <message>
        <source>%1, %2: restoring …</source>
        <translation>%1, %2: ripristino in corso…</translation>
    </message>
    <message>
        <source>%1, %2: restored “%3”</source>
        <translation>%1, %2: ripristinato «%3»</translation>
    </message>
    <message>
        <source>%1, %2: somebody changed it meanwhile, so it was not restored.</source>
        <translation>%1, %2: qualcuno l’ha modificato nel frattempo, quindi non è stato ripristinato.</translation>
    </message>
    <message>
        <source>%1, %2: not restored.</source>
        <translation>%1, %2: non ripristinato.</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(niente)</translation>
    </message>
</context>
<context>
    <name>RoleCard</name>
    <message>
        <source>%1 (not available)</source>
        <translation>%1 (non disponibile)</translation>
    </message>
</context>
<context>
    <name>RolePage</name>
    <message>
        <source>Connecting …</source>
        <translation>Connessione in corso…</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>Altro server</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Segnalare un problema</translation>
    </message>
    <message>
        <source>Simple user</source>
        <translation>Per tutto il campus</translation>
    </message>
    <message>
        <source>Tell us what is broken, then follow and answer everything that is open on campus.</source>
        <translation>Per dirci che cosa non funziona, seguire tutto ciò che è aperto nel campus e rispondere.</translation>
    </message>
    <message>
        <source>I work at the helpdesk</source>
        <translation>Lavoro all’helpdesk</translation>
    </message>
    <message>
        <source>Helpdesk staff</source>
        <translation>Personale dell’helpdesk</translation>
    </message>
    <message>
        <source>See every ticket, take care of it, close it, and watch the analyses move.</source>
        <translation>Per vedere tutti i ticket, occuparsene, chiuderli e seguire le analisi in tempo reale.</translation>
    </message>
    <message>
        <source>What brings you here?</source>
        <translation>Come possiamo aiutare?</translation>
    </message>
    <message>
        <source>Press 1</source>
        <translation>Tasto 1</translation>
    </message>
    <message>
        <source>Press 1 or 2</source>
        <translation>Tasto 1 o 2</translation>
    </message>
</context>
<context>
    <name>SampleBand</name>
    <message>
        <source>Sample data: nobody reads this</source>
        <translation>Dati di esempio: nessuno li legge</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search tickets</source>
        <translation>Cerca ticket</translation>
    </message>
    <message>
        <source>Search, or a ticket&apos;s number</source>
        <translation>Testo o numero</translation>
    </message>
    <message>
        <source>Searches the texts, places and messages of all tickets</source>
        <translation>Cerca nei testi, nei luoghi e nei messaggi di tutti i ticket</translation>
    </message>
    <message>
        <source>End the search (Esc)</source>
        <translation>Termina la ricerca (Esc)</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Not searched: %1</source>
        <translation>Non cercato: %1</translation>
    </message>
    <message>
        <source>Enter opens %1</source>
        <translation>Invio apre %1</translation>
    </message>
    <message>
        <source>The newest %1 are shown. More words find older ones.</source>
        <translation>Sono mostrati i %1 più recenti. Con più parole se ne trovano di più vecchi.</translation>
    </message>
</context>
<context>
    <name>SelectionView</name>
    <message>
        <source>Take those that are open</source>
        <translation>Prendi in carico quelli aperti</translation>
    </message>
    <message>
        <source>Close those that are active; closed is final</source>
        <translation>Chiudi quelli in corso; è definitivo</translation>
    </message>
    <message>
        <source>Take back corrections</source>
        <translation>Annulla le correzioni</translation>
    </message>
    <message>
        <source>Write one message to all of them</source>
        <translation>Scrivi un messaggio a tutti</translation>
    </message>
    <message>
        <source>Message to all chosen tickets</source>
        <translation>Messaggio a tutti i ticket scelti</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Invio</translation>
    </message>
    <message>
        <source>Take back corrections: the server&apos;s own categories stand again</source>
        <translation>Ritira le correzioni: valgono di nuovo le categorie del server</translation>
    </message>
    <message>
        <source>Set all to %1</source>
        <translation>Imposta %1 per tutti</translation>
    </message>
    <message>
        <source>Category of all</source>
        <translation>Categoria di tutti</translation>
    </message>
    <message>
        <source>%1 tickets selected</source>
        <translation>%1 ticket selezionati</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>aperti: %1</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>in corso: %1</translation>
    </message>
    <message>
        <source>%1 being closed</source>
        <translation>%1 in chiusura</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <translation>chiusi: %1</translation>
    </message>
    <message>
        <source>Activate %1</source>
        <translation>Prendi in carico: %1</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>Chiudi: %1</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>Invia a %1</translation>
    </message>
    <message>
        <source>At most %1 tickets are worked on at once.</source>
        <translation>Si lavora al massimo su %1 ticket alla volta.</translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message>
        <source>opened %1</source>
        <translation>aperti: %1</translation>
    </message>
    <message>
        <source>not closed</source>
        <translation>non chiusi</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Età</translation>
    </message>
    <message>
        <source>Opened from</source>
        <translation>Aperti da</translation>
    </message>
    <message>
        <source>until</source>
        <translation>fino a</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aperti</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>In corso</translation>
    </message>
    <message>
        <source>active, %1</source>
        <translation>in corso, %1</translation>
    </message>
    <message>
        <source>open, %1</source>
        <translation>aperti, %1</translation>
    </message>
    <message>
        <source>active, unsure: %1?</source>
        <translation>in corso, incerti: %1?</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoria</translation>
    </message>
    <message>
        <source>Median age, %1</source>
        <translation>Età mediana, %1</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incerti</translation>
    </message>
    <message>
        <source>Unsure, %</source>
        <translation>Incerti, %</translation>
    </message>
    <message>
        <source>Month of opening</source>
        <translation>Mese di apertura</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>non raggiunta</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>provvisorio</translation>
    </message>
    <message>
        <source>Mean, %1</source>
        <translation>Media, %1</translation>
    </message>
    <message>
        <source>Median, %1</source>
        <translation>Mediana, %1</translation>
    </message>
    <message>
        <source>90 % within, %1</source>
        <translation>90% entro, %1</translation>
    </message>
    <message>
        <source>Expected median, %1</source>
        <translation>Mediana attesa, %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Chiusi</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>Non chiusi</translation>
    </message>
    <message>
        <source>Within 1 day, %</source>
        <translation>Entro 1 giorno, %</translation>
    </message>
    <message>
        <source>Within 3 days, %</source>
        <translation>Entro 3 giorni, %</translation>
    </message>
    <message>
        <source>Within 7 days, %</source>
        <translation>Entro 7 giorni, %</translation>
    </message>
    <message>
        <source>Within 30 days, %</source>
        <translation>Entro 30 giorni, %</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>oltre %1</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>meno di %1</translation>
    </message>
    <message>
        <source>%1–%2 d</source>
        <translation>%1–%2 g</translation>
    </message>
    <message>
        <source>%1–%2 h</source>
        <translation>%1–%2 h</translation>
    </message>
    <message>
        <source>age: %1</source>
        <translation>età: %1</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 g</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>closed, opened in %1</source>
        <translation>chiusi, aperti in %1</translation>
    </message>
    <message>
        <source>closed, opened in %1, %2</source>
        <translation>chiusi, aperti in %1, %2</translation>
    </message>
    <message>
        <source>not closed, opened in %1</source>
        <translation>non chiusi, aperti in %1</translation>
    </message>
    <message>
        <source>not closed, opened in %1, %2</source>
        <translation>non chiusi, aperti in %1, %2</translation>
    </message>
    <message>
        <source>Other categories</source>
        <translation>Altre categorie</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Altre</translation>
    </message>
    <message>
        <source>other categories</source>
        <translation>altre categorie</translation>
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
        <translation>Indirizzo del server dei ticket</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connetti</translation>
    </message>
    <message>
        <source>Where is your helpdesk?</source>
        <translation>Dove si trova l’helpdesk?</translation>
    </message>
    <message>
        <source>Ask your helpdesk for the address of its server: a name, and a port if it has its own.</source>
        <translation>Chieda all’helpdesk l’indirizzo del suo server: un nome e, se serve, una porta.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>All keys</source>
        <translation>Tutti i tasti</translation>
    </message>
    <message>
        <source>Close the sheet</source>
        <translation>Chiudi l’elenco</translation>
    </message>
</context>
<context>
    <name>SimilarEntry</name>
    <message>
        <source>Similar ticket</source>
        <translation>Ticket simile</translation>
    </message>
</context>
<context>
    <name>SimilarList</name>
    <message>
        <source>Similar</source>
        <translation>Simili</translation>
    </message>
</context>
<context>
    <name>SimilarPanel</name>
    <message>
        <source>Stop writing</source>
        <translation>Smetti di scrivere</translation>
    </message>
    <message>
        <source>You are counted, so you need not send this report.</source>
        <translation>È già nel conteggio: non serve inviare questa segnalazione.</translation>
    </message>
</context>
<context>
    <name>SimilarRow</name>
    <message>
        <source>Open it</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>Me too</source>
        <translation>Anch’io</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Contato</translation>
    </message>
    <message>
        <source>Open it: %1</source>
        <translation>Apri: %1</translation>
    </message>
    <message>
        <source>Not counted: %1</source>
        <translation>Non contato: %1</translation>
    </message>
</context>
<context>
    <name>StaffCommands</name>
    <message>
        <source>Choose the next one too</source>
        <translation>Scegli anche il successivo</translation>
    </message>
    <message>
        <source>Choose the one before too</source>
        <translation>Scegli anche il precedente</translation>
    </message>
    <message>
        <source>Choose all in the table</source>
        <translation>Scegli tutta la tabella</translation>
    </message>
    <message>
        <source>Next unread ticket</source>
        <translation>Prossimo ticket non letto</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Prendi in carico</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Set to facility management</source>
        <translation>Imposta edifici e impianti</translation>
    </message>
    <message>
        <source>Set to technical IT</source>
        <translation>Imposta informatica</translation>
    </message>
    <message>
        <source>Set to services complaints</source>
        <translation>Imposta reclami sui servizi</translation>
    </message>
    <message>
        <source>Take back the correction</source>
        <translation>Annulla la correzione</translation>
    </message>
    <message>
        <source>Mark unread</source>
        <translation>Segna come non letto</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>Scrivi una nota interna</translation>
    </message>
    <message>
        <source>Answer, then close</source>
        <translation>Rispondi, poi chiudi</translation>
    </message>
    <message>
        <source>View %1 of the rail</source>
        <translation>Vista %1 della barra</translation>
    </message>
    <message>
        <source>A view of the rail</source>
        <translation>Una vista della barra</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Activate</source>
        <translation>Prendi in carico</translation>
    </message>
    <message>
        <source>Undo closing</source>
        <translation>Annulla la chiusura</translation>
    </message>
    <message>
        <source>Leave this ticket active</source>
        <translation>Lascia in corso questo ticket</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Take this ticket</source>
        <translation>Prendi in carico questo ticket</translation>
    </message>
    <message>
        <source>Close this ticket; closed is final</source>
        <translation>Chiudi questo ticket; è definitivo</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Answering %1 tickets</source>
        <translation>Risposta a %1 ticket</translation>
    </message>
    <message>
        <source>%1 tickets answered.</source>
        <translation>Risposta inviata a %1 ticket.</translation>
    </message>
    <message>
        <source>%1 answered.</source>
        <translation>Risposta inviata a %1.</translation>
    </message>
    <message>
        <source>%1 not answered: %2</source>
        <translation>Nessuna risposta a %1: %2</translation>
    </message>
    <message>
        <source>Activating %1 tickets</source>
        <translation>Presa in carico di %1 ticket</translation>
    </message>
    <message>
        <source>%1 tickets activated.</source>
        <translation>%1 ticket presi in carico.</translation>
    </message>
    <message>
        <source>%1 not activated: %2</source>
        <translation>%1 non preso in carico: %2</translation>
    </message>
    <message>
        <source>%1 is open: activate it first (%2).</source>
        <translation>%1 è aperto: prima lo prenda in carico (%2).</translation>
    </message>
    <message>
        <source>%1 are open: activate them first (%2).</source>
        <translation>%1 sono aperti: prima li prenda in carico (%2).</translation>
    </message>
    <message>
        <source>%1 is active already.</source>
        <translation>%1 è già in corso.</translation>
    </message>
    <message>
        <source>%1 are active already.</source>
        <translation>%1 sono già in corso.</translation>
    </message>
    <message>
        <source>%1 is closed, and closed is final.</source>
        <translation>%1 è chiuso, ed è definitivo.</translation>
    </message>
    <message>
        <source>%1 are closed, and closed is final.</source>
        <translation>%1 sono chiusi, ed è definitivo.</translation>
    </message>
</context>
<context>
    <name>SwitchButton</name>
    <message>
        <source>Delete what you typed and did here from this PC, and show the first page</source>
        <translation>Cancella da questo PC quanto ha scritto e fatto qui e mostra la prima pagina</translation>
    </message>
    <message>
        <source>Leave and delete what you typed?</source>
        <translation>Uscire e cancellare il testo?</translation>
    </message>
    <message>
        <source>Switch role</source>
        <translation>Cambia ruolo</translation>
    </message>
    <message>
        <source>I am done</source>
        <translation>Ho finito</translation>
    </message>
</context>
<context>
    <name>TalkView</name>
    <message>
        <source>Conversation</source>
        <translation>Conversazione</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Che cosa è mostrato</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>This PC has no workstation key. Helpdesk staff work at PCs that have one; the operators of Campus Desk give them out.</source>
        <translation>Questo PC non ha una chiave di postazione. Il personale dell’helpdesk lavora su PC che ce l’hanno; le assegnano gli operatori di Campus Desk.</translation>
    </message>
    <message>
        <source>This PC has a workstation key that your account may not read. The operators of Campus Desk say which accounts may.</source>
        <translation>Questo PC ha una chiave di postazione che il suo account non può leggere. Gli operatori di Campus Desk decidono quali account possono.</translation>
    </message>
    <message>
        <source>The file for this PC&apos;s workstation key holds no key. The operators of Campus Desk can put a new one there.</source>
        <translation>Il file della chiave di postazione di questo PC non contiene alcuna chiave. Gli operatori di Campus Desk possono metterne una nuova.</translation>
    </message>
    <message>
        <source>The server does not take this PC&apos;s workstation key: it may have been revoked. The operators of Campus Desk can give this PC a new one.</source>
        <translation>Il server non accetta la chiave di postazione di questo PC: forse è stata revocata. Gli operatori di Campus Desk possono darne una nuova.</translation>
    </message>
    <message>
        <source>This PC shows its workstation key over TLS only, and speaks to this server without. The operators of Campus Desk can name the campus&apos;s CA here.</source>
        <translation>Questo PC mostra la chiave di postazione solo via TLS, e con questo server parla senza. Gli operatori di Campus Desk possono indicare qui la CA del campus.</translation>
    </message>
    <message>
        <source>This PC&apos;s workstation key is not one for helpdesk staff. The operators of Campus Desk can give this PC one that is.</source>
        <translation>La chiave di postazione di questo PC non è per il personale dell’helpdesk. Gli operatori di Campus Desk possono darne una adatta.</translation>
    </message>
    <message>
        <source>This cannot be kept as it is. Remove unusual characters, please.</source>
        <translation>Così non si può salvare. Tolga i caratteri insoliti, per favore.</translation>
    </message>
    <message>
        <source>Nothing is written here yet.</source>
        <translation>Qui non c’è ancora scritto nulla.</translation>
    </message>
    <message>
        <source>This is longer than {limit} characters. Shorten it, please.</source>
        <translation>Il testo supera {limit} caratteri. Lo accorci, per favore.</translation>
    </message>
    <message>
        <source>There is no ticket #{ticket_id}.</source>
        <translation>Il ticket #{ticket_id} non esiste.</translation>
    </message>
    <message>
        <source>Ticket #{ticket_id} was closed. Only helpdesk staff see closed tickets.</source>
        <translation>Il ticket #{ticket_id} è stato chiuso. I ticket chiusi li vede solo il personale dell’helpdesk.</translation>
    </message>
    <message>
        <source>Ticket #{ticket_id} is closed, and that is final: no edits and no messages any more.</source>
        <translation>Il ticket #{ticket_id} è chiuso in via definitiva: niente più modifiche né messaggi.</translation>
    </message>
    <message>
        <source>Ticket #{ticket_id} is {status} by now: this is not possible.</source>
        <translation>Il ticket #{ticket_id} ora è {status}: non è più possibile.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. What you typed is kept: compare, then save again.</source>
        <translation>Qualcun altro l’ha modificato nel frattempo. Il suo testo è conservato: confronti, poi salvi di nuovo.</translation>
    </message>
    <message>
        <source>Only helpdesk staff can do this.</source>
        <translation>Può farlo solo il personale dell’helpdesk.</translation>
    </message>
    <message>
        <source>The server does not know this role. Switch role and try again.</source>
        <translation>Il server non conosce questo ruolo. Cambi ruolo e riprovi.</translation>
    </message>
    <message>
        <source>The server took this for another request. Copy what you typed and send it anew.</source>
        <translation>Il server l’ha preso per un’altra richiesta. Copi il testo e lo invii di nuovo.</translation>
    </message>
    <message>
        <source>This is too large to be sent. Shorten it, please.</source>
        <translation>È troppo grande per essere inviato. Lo accorci, per favore.</translation>
    </message>
    <message>
        <source>This desk was away for long. It reads everything anew.</source>
        <translation>Questo programma è stato a lungo scollegato. Sta rileggendo tutto.</translation>
    </message>
    <message>
        <source>The server cannot save anything right now. What you typed is kept: try again in a moment.</source>
        <translation>Il server ora non può salvare nulla. Il testo è conservato: riprovi tra un momento.</translation>
    </message>
    <message>
        <source>The server is still reading its data. Try again in a moment.</source>
        <translation>Il server sta ancora leggendo i dati. Riprovi tra un momento.</translation>
    </message>
    <message>
        <source>The server is being restarted. What you typed is kept: try again in a moment.</source>
        <translation>Il server si sta riavviando. Il testo è conservato: riprovi tra un momento.</translation>
    </message>
    <message>
        <source>Something went wrong in the server. What you typed is kept: try again; if it stays, tell the operator.</source>
        <translation>Qualcosa è andato storto nel server. Il testo è conservato: riprovi; se il problema resta, avvisi l’operatore.</translation>
    </message>
    <message>
        <source>The server does not know this workstation&apos;s key. Its operators can give this PC a new one.</source>
        <translation>Il server non conosce la chiave di questa postazione. I suoi operatori possono darne una nuova a questo PC.</translation>
    </message>
    <message>
        <source>This PC has no workstation key, so it cannot be used as helpdesk staff.</source>
        <translation>Questo PC non ha una chiave di postazione, quindi il personale dell’helpdesk non può usarlo.</translation>
    </message>
    <message>
        <source>This was one of very many requests in a short time. Wait a moment and try again, please.</source>
        <translation>Ci sono state moltissime richieste in poco tempo. Attenda un momento e riprovi, per favore.</translation>
    </message>
    <message>
        <source>The server has no room for another desk just now. It is tried again by itself.</source>
        <translation>Il server ora non ha posto per un altro programma. Si riprova automaticamente.</translation>
    </message>
    <message>
        <source>The server does not answer. What you typed is kept: try again when the connection is back.</source>
        <translation>Il server non risponde. Il testo è conservato: riprovi quando torna la connessione.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid any more, so nothing is sent to it. The operators of Campus Desk can renew it; this desk goes on by itself then.</source>
        <translation>Il certificato del server non è più valido, quindi non gli si invia nulla. Gli operatori di Campus Desk possono rinnovarlo; poi tutto riprende da sé.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet, so nothing is sent to it. Look whether this PC&apos;s clock is right.</source>
        <translation>Il certificato del server non è ancora valido, quindi non gli si invia nulla. Controlli che l’orologio di questo PC sia giusto.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not from the CA that this PC trusts, so nothing is sent to it. Tell the operators of Campus Desk.</source>
        <translation>Il certificato del server non viene dalla CA di cui questo PC si fida, quindi non gli si invia nulla. Avvisi gli operatori di Campus Desk.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name than this PC calls it by, so nothing is sent to it. Tell the operators of Campus Desk.</source>
        <translation>Il certificato del server è per un nome diverso da quello usato da questo PC, quindi non gli si invia nulla. Avvisi gli operatori di Campus Desk.</translation>
    </message>
    <message>
        <source>The server cannot save anything right now. Try again in a moment.</source>
        <translation>Il server ora non può salvare nulla. Riprovi tra un momento.</translation>
    </message>
    <message>
        <source>The server is being restarted. Try again in a moment.</source>
        <translation>Il server si sta riavviando. Riprovi tra un momento.</translation>
    </message>
    <message>
        <source>Something went wrong in the server. Try again; if it stays, tell the operator.</source>
        <translation>Qualcosa è andato storto nel server. Riprovi; se il problema resta, avvisi l’operatore.</translation>
    </message>
    <message>
        <source>The server does not answer. Try again when the connection is back.</source>
        <translation>Il server non risponde. Riprovi quando torna la connessione.</translation>
    </message>
    <message>
        <source>it is open, and must be activated first.</source>
        <translation>è aperto e va prima preso in carico.</translation>
    </message>
    <message>
        <source>somebody else took it already.</source>
        <translation>l’ha già preso in carico qualcun altro.</translation>
    </message>
    <message>
        <source>somebody else closed it already.</source>
        <translation>l’ha già chiuso qualcun altro.</translation>
    </message>
    <message>
        <source>it does not exist.</source>
        <translation>non esiste.</translation>
    </message>
    <message>
        <source>somebody else changed its category meanwhile.</source>
        <translation>nel frattempo qualcun altro ne ha cambiato la categoria.</translation>
    </message>
    <message>
        <source>the server does not answer.</source>
        <translation>il server non risponde.</translation>
    </message>
    <message>
        <source>the server is being restarted.</source>
        <translation>il server si sta riavviando.</translation>
    </message>
    <message>
        <source>the server is still reading its data.</source>
        <translation>il server sta ancora leggendo i dati.</translation>
    </message>
    <message>
        <source>the server cannot save anything right now.</source>
        <translation>il server ora non può salvare nulla.</translation>
    </message>
    <message>
        <source>something went wrong in the server.</source>
        <translation>qualcosa è andato storto nel server.</translation>
    </message>
    <message>
        <source>No server can be trusted: {path} cannot be read: {reason}.</source>
        <translation>Nessun server è considerato attendibile: {path} non si può leggere: {reason}.</translation>
    </message>
    <message>
        <source>No server can be trusted: {path} holds no certificates (PEM).</source>
        <translation>Nessun server è considerato attendibile: {path} non contiene certificati (PEM).</translation>
    </message>
    <message>
        <source>“{typed}” is no server address. Write it like desk.example or desk.example:47600.</source>
        <translation>«{typed}» non è un indirizzo di server. Lo scriva come desk.example o desk.example:47600.</translation>
    </message>
    <message>
        <source>there is no room left on the disk.</source>
        <translation>non c’è più spazio sul disco.</translation>
    </message>
    <message>
        <source>you may not write there, or another program has the file open.</source>
        <translation>non ha il permesso di scrivere lì, oppure un altro programma ha aperto il file.</translation>
    </message>
    <message>
        <source>the folder is not there any more.</source>
        <translation>la cartella non c’è più.</translation>
    </message>
    <message>
        <source>the disk does not take it.</source>
        <translation>il disco non lo accetta.</translation>
    </message>
    <message>
        <source>The server did not confirm what was sent last. Look whether it arrived.</source>
        <translation>Il server non ha confermato l’ultimo invio. Controlli se è arrivato.</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Analisi</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utente</translation>
    </message>
    <message>
        <source>Helpdesk</source>
        <translation>Helpdesk</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aperto</translation>
    </message>
    <message>
        <source>active</source>
        <translation>in corso</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>chiuso</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Edifici</translation>
    </message>
    <message>
        <source>IT</source>
        <translation>IT</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servizi</translation>
    </message>
    <message>
        <source>Facility management</source>
        <translation>Edifici e impianti</translation>
    </message>
    <message>
        <source>Technical IT</source>
        <translation>Informatica</translation>
    </message>
    <message>
        <source>Services complaints</source>
        <translation>Reclami sui servizi</translation>
    </message>
    <message>
        <source>facility management</source>
        <translation>edifici e impianti</translation>
    </message>
    <message>
        <source>technical IT</source>
        <translation>informatica</translation>
    </message>
    <message>
        <source>services complaints</source>
        <translation>reclami sui servizi</translation>
    </message>
    <message>
        <source>almost certainly {category}</source>
        <translation>quasi certamente {category}</translation>
    </message>
    <message>
        <source>probably {category}</source>
        <translation>probabilmente {category}</translation>
    </message>
    <message>
        <source>not sure yet</source>
        <translation>non ancora sicuro</translation>
    </message>
    <message>
        <source>Probably {category}</source>
        <translation>Probabilmente {category}</translation>
    </message>
    <message>
        <source>Not sure: {category}?</source>
        <translation>Non sicuro: {category}?</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>lo stesso</translation>
    </message>
    <message>
        <source>probably the same</source>
        <translation>probabilmente lo stesso</translation>
    </message>
    <message>
        <source>perhaps the same</source>
        <translation>forse lo stesso</translation>
    </message>
    <message>
        <source>set automatically</source>
        <translation>impostata automaticamente</translation>
    </message>
    <message>
        <source>set by the helpdesk</source>
        <translation>impostata dall’helpdesk</translation>
    </message>
    <message>
        <source>reported it</source>
        <translation>ha segnalato il problema</translation>
    </message>
    <message>
        <source>edited it</source>
        <translation>ha modificato il ticket</translation>
    </message>
    <message>
        <source>activated it</source>
        <translation>ha preso in carico il ticket</translation>
    </message>
    <message>
        <source>closed it</source>
        <translation>ha chiuso il ticket</translation>
    </message>
    <message>
        <source>wrote a message</source>
        <translation>ha scritto un messaggio</translation>
    </message>
    <message>
        <source>erased its texts</source>
        <translation>ha cancellato i testi</translation>
    </message>
    <message>
        <source>set its category anew</source>
        <translation>ha impostato di nuovo la categoria</translation>
    </message>
    <message>
        <source>has this problem too</source>
        <translation>ha anche questo problema</translation>
    </message>
    <message>
        <source>wrote an internal note</source>
        <translation>ha scritto una nota interna</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problema</translation>
    </message>
    <message>
        <source>location</source>
        <translation>luogo</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contatto</translation>
    </message>
    <message>
        <source>category</source>
        <translation>categoria</translation>
    </message>
    <message>
        <source>message</source>
        <translation>messaggio</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Arretrato</translation>
    </message>
    <message>
        <source>Resolution time</source>
        <translation>Tempo di risoluzione</translation>
    </message>
    <message>
        <source>Category load</source>
        <translation>Carico per categoria</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln giorno</numerusform>
            <numerusform>%Ln giorni</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased by an operator</source>
        <translation>Cancellato da un operatore</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Nota interna</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Connesso</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Connessione in corso…</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>Offline dalle {time}</translation>
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
        <translation>Accesso negato dalle {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>ieri {time}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>adesso</translation>
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
        <translation>{path} non si può leggere: {reason}</translation>
    </message>
    <message>
        <source>{path} is no TOML in UTF-8: {reason}</source>
        <translation>{path} non è TOML in UTF-8: {reason}</translation>
    </message>
    <message>
        <source>{name} in {path} has to be true or false</source>
        <translation>{name} in {path} dev’essere true o false</translation>
    </message>
    <message>
        <source>{path} has settings that nobody knows: {names}</source>
        <translation>{path} ha impostazioni che nessuno conosce: {names}</translation>
    </message>
    <message>
        <source>{path} may hold texts only, and no empty ones</source>
        <translation>{path} può contenere solo testi, e nessuno vuoto</translation>
    </message>
    <message>
        <source>{name} in {path} has to be one line of at most {limit} characters</source>
        <translation>{name} in {path} dev’essere una riga di al massimo {limit} caratteri</translation>
    </message>
    <message>
        <source>{name} in {path} has to be a server address like desk.example or desk.example:47600</source>
        <translation>{name} in {path} dev’essere un indirizzo di server come desk.example o desk.example:47600</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Only what fits into %1 characters was pasted.</source>
        <translation>È stato incollato solo ciò che sta in %1 caratteri.</translation>
    </message>
    <message>
        <source>Please write something first.</source>
        <translation>Scriva prima qualcosa, per favore.</translation>
    </message>
    <message numerus="yes">
        <source>This is %Ln character(s) too long.</source>
        <translation>
            <numerusform>C’è %Ln carattere di troppo.</numerusform>
            <numerusform>Ci sono %Ln caratteri di troppo.</numerusform>
        </translation>
    </message>
    <message>
        <source>This text holds characters that cannot be kept.</source>
        <translation>Questo testo contiene caratteri che non si possono salvare.</translation>
    </message>
</context>
<context>
    <name>ThemeMenu</name>
    <message>
        <source>System look</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>Look: %1</source>
        <translation>Aspetto: %1</translation>
    </message>
</context>
<context>
    <name>TicketDelegate</name>
    <message>
        <source>closing</source>
        <translation>in chiusura</translation>
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
        <translation>Copia il numero</translation>
    </message>
    <message>
        <source>Edit text and place</source>
        <translation>Modifica testo e luogo</translation>
    </message>
</context>
<context>
    <name>TicketList</name>
    <message>
        <source>Open and active now</source>
        <translation>Aperti e in corso</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Tutti i ticket</translation>
    </message>
    <message>
        <source>No ticket in this view passes the filters:</source>
        <translation>Nessun ticket di questa vista supera i filtri:</translation>
    </message>
    <message>
        <source>Nothing is open on campus. Is something broken? Tell us above.</source>
        <translation>Nel campus non c’è nulla di aperto. Qualcosa non funziona? Lo scriva qui sopra.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trovati</translation>
    </message>
    <message>
        <source>Columns and panels</source>
        <translation>Colonne e pannelli</translation>
    </message>
    <message>
        <source>from this PC first</source>
        <translation>prima quelli di questo PC</translation>
    </message>
    <message>
        <source>sorted by %1</source>
        <translation>ordine: %1</translation>
    </message>
    <message>
        <source>From the analysis</source>
        <translation>Dall’analisi</translation>
    </message>
    <message>
        <source>Set the category by its key: %1</source>
        <translation>Imposti la categoria con il suo tasto: %1</translation>
    </message>
    <message>
        <source>Texts are searched, not sorted. Sort by any other column.</source>
        <translation>I testi si cercano, non si ordinano. Ordini per un’altra colonna.</translation>
    </message>
    <message>
        <source>There are no such tickets any more.</source>
        <translation>Non ci sono più ticket di questo tipo.</translation>
    </message>
    <message>
        <source>Nothing was found that passes the filters:</source>
        <translation>Non è stato trovato nulla che superi i filtri:</translation>
    </message>
    <message>
        <source>No open or active ticket has all of these words. Fewer letters find more.</source>
        <translation>Nessun ticket aperto o in corso contiene tutte queste parole. Con meno lettere si trova di più.</translation>
    </message>
    <message>
        <source>No ticket has all of these words in its text, place or messages. Fewer letters find more.</source>
        <translation>Nessun ticket contiene tutte queste parole nel testo, nel luogo o nei messaggi. Con meno lettere si trova di più.</translation>
    </message>
    <message>
        <source>Nothing is shown at a PC that is not let in as helpdesk staff.</source>
        <translation>Su un PC senza accesso per l’helpdesk non si mostra nulla.</translation>
    </message>
    <message>
        <source>The tickets appear here as soon as the server&apos;s certificate is valid.</source>
        <translation>I ticket compariranno qui appena il certificato del server sarà valido.</translation>
    </message>
    <message>
        <source>The tickets appear here as soon as the server answers.</source>
        <translation>I ticket compariranno qui appena il server risponde.</translation>
    </message>
</context>
<context>
    <name>TicketTable</name>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoria</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Luogo</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Aperto</translation>
    </message>
    <message>
        <source>Last modified</source>
        <translation>Ultima modifica</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Chiuso</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>In carico a</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messaggi</translation>
    </message>
    <message>
        <source>Me too</source>
        <translation>Anch’io</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>Preso</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Età</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Ultimo messaggio</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Certezza</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corretta</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modificato</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.</translation>
    </message>
    <message>
        <source>%1, unread</source>
        <translation>%1, non letto</translation>
    </message>
</context>
<context>
    <name>TicketView</name>
    <message>
        <source>What is the problem</source>
        <translation>Qual è il problema</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dove</translation>
    </message>
    <message>
        <source>How to reach the reporter</source>
        <translation>Contatto di chi ha segnalato</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Segnalato</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>In carico a</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Ultima modifica</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Chiuso</translation>
    </message>
    <message>
        <source>Choose a ticket to read it here.</source>
        <translation>Scelga un ticket per leggerlo qui.</translation>
    </message>
    <message>
        <source>Show what is similar</source>
        <translation>Mostra i simili</translation>
    </message>
    <message>
        <source>An operator erased what was written here. When it happened and who did what stays.</source>
        <translation>Un operatore ha cancellato ciò che era scritto qui. Restano le date e chi ha fatto che cosa.</translation>
    </message>
    <message>
        <source>This ticket is closed, so it cannot be changed any more.</source>
        <translation>Questo ticket è chiuso e non si può più modificare.</translation>
    </message>
    <message>
        <source>Ticket %1 appears here as soon as the server answers.</source>
        <translation>Il ticket %1 comparirà qui appena il server risponde.</translation>
    </message>
    <message>
        <source>What you wrote was not saved. You can still copy it.</source>
        <translation>Il suo testo non è stato salvato. Può ancora copiarlo.</translation>
    </message>
    <message>
        <source>reported %1 at %2</source>
        <translation>segnalato %1 su %2</translation>
    </message>
    <message>
        <source>taken %1 by %2</source>
        <translation>preso in carico %1 da %2</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>chiuso %1</translation>
    </message>
    <message>
        <source>last change %1</source>
        <translation>ultima modifica %1</translation>
    </message>
    <message>
        <source>category %1</source>
        <translation>categoria %1</translation>
    </message>
    <message>
        <source>Show what is similar: %1</source>
        <translation>Mostra i simili: %1</translation>
    </message>
</context>
<context>
    <name>UnreadTickets</name>
    <message>
        <source>Go to the next unread ticket (N)</source>
        <translation>Vai al prossimo ticket non letto (N)</translation>
    </message>
    <message>
        <source>Nothing is unread.</source>
        <translation>Nulla da leggere.</translation>
    </message>
    <message>
        <source>%1 is unread, and not in this list. Unread outside it: %2</source>
        <translation>%1 non è letto e non è in questo elenco. Non letti fuori da esso: %2</translation>
    </message>
    <message>
        <source>(%1) Campus Desk</source>
        <translation>(%1) Campus Desk</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 non letti</translation>
    </message>
    <message>
        <source>Go to the next unread ticket, unread: %1</source>
        <translation>Vai al prossimo ticket non letto, non letti: %1</translation>
    </message>
</context>
<context>
    <name>Unsent</name>
    <message>
        <source>Written and not sent: show it</source>
        <translation>Scritto e non inviato: mostra</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsent</source>
        <translation>
            <numerusform>%Ln non inviato</numerusform>
            <numerusform>%Ln non inviati</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: show what was written and not sent</source>
        <translation>%1: mostra quanto scritto e non inviato</translation>
    </message>
</context>
<context>
    <name>UnsentList</name>
    <message>
        <source>Written and not sent</source>
        <translation>Scritto e non inviato</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>e %Ln altro</numerusform>
            <numerusform>e altri %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsentRow</name>
    <message>
        <source>Go on</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leggi</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Scarta</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recupera</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Segnalazione</translation>
    </message>
    <message>
        <source>Edit of %1</source>
        <translation>Modifica di %1</translation>
    </message>
    <message>
        <source>Message under %1</source>
        <translation>Messaggio su %1</translation>
    </message>
    <message>
        <source>Internal note under %1</source>
        <translation>Nota interna su %1</translation>
    </message>
    <message>
        <source>Message to several tickets</source>
        <translation>Messaggio a più ticket</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiato</translation>
    </message>
</context>
<context>
    <name>ValueButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>New</source>
        <translation>Nuovi</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>In corso</translation>
    </message>
    <message>
        <source>Waiting for us</source>
        <translation>In attesa di noi</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Più vecchi</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>Da controllare</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Chiusi oggi</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tutti</translation>
    </message>
    <message>
        <source>longest waiting first</source>
        <translation>prima chi attende da più tempo</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>prima i più vecchi</translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation>prima i meno sicuri</translation>
    </message>
    <message>
        <source>Nothing new: every ticket was taken. Go on with In work.</source>
        <translation>Niente di nuovo: tutti i ticket sono presi in carico. Prosegua con «In corso».</translation>
    </message>
    <message>
        <source>Nobody works on a ticket. Choose New, and activate one of what was reported.</source>
        <translation>Nessuno lavora a un ticket. Scelga «Nuovi» e ne prenda in carico uno.</translation>
    </message>
    <message>
        <source>Nobody waits for an answer: the last word in every conversation is the helpdesk&apos;s.</source>
        <translation>Nessuno attende risposta: in ogni conversazione l’ultima parola è dell’helpdesk.</translation>
    </message>
    <message>
        <source>Nothing is left to do: every ticket is closed.</source>
        <translation>Non resta nulla da fare: tutti i ticket sono chiusi.</translation>
    </message>
    <message>
        <source>Nothing to check: the server is sure enough of every open and active ticket&apos;s category.</source>
        <translation>Nulla da controllare: il server è abbastanza sicuro della categoria di ogni ticket aperto o in corso.</translation>
    </message>
    <message>
        <source>Nothing was closed today yet. What is closed earlier stands in All.</source>
        <translation>Oggi non è stato ancora chiuso nulla. Ciò che è stato chiuso prima è in «Tutti».</translation>
    </message>
    <message>
        <source>No tickets yet. They appear here the moment somebody reports a problem.</source>
        <translation>Ancora nessun ticket. Compariranno qui appena qualcuno segnala un problema.</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>What is being done</source>
        <translation>Che cosa si sta facendo</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Put this line away</source>
        <translation>Nascondi questa riga</translation>
    </message>
</context>
</TS>
