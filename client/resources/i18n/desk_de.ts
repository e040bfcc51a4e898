<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AgeBars</name>
    <message>
        <source>All not closed, by age</source>
        <translation>Alle nicht geschlossenen nach Alter</translation>
    </message>
</context>
<context>
    <name>AnalysisChoice</name>
    <message>
        <source>The analyses cannot be shown (%1). The operators of Campus Desk can install it anew.</source>
        <translation>Die Auswertungen können nicht gezeigt werden (%1). Die Systembetreuung von Campus Desk kann es neu installieren.</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Auswertung</translation>
    </message>
</context>
<context>
    <name>AnalysisExport</name>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Save numbers</source>
        <translation>Zahlen speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Not printed: the printer takes nothing.</source>
        <translation>Nicht gedruckt: Der Drucker nimmt nichts an.</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>An den Drucker gesendet</translation>
    </message>
</context>
<context>
    <name>AnalysisHead</name>
    <message>
        <source>Plot</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Save or print</source>
        <translation>Speichern oder drucken</translation>
    </message>
    <message>
        <source>Save picture (PNG) …</source>
        <translation>Bild speichern (PNG) …</translation>
    </message>
    <message>
        <source>Save numbers (CSV) …</source>
        <translation>Zahlen speichern (CSV) …</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
</context>
<context>
    <name>AnalysisPanel</name>
    <message>
        <source>The analysis service does not let this PC in</source>
        <translation>Der Auswertungsdienst lässt diesen PC nicht zu</translation>
    </message>
    <message>
        <source>The certificate of the analysis service is not valid here</source>
        <translation>Das Zertifikat des Auswertungsdienstes ist hier nicht gültig</translation>
    </message>
    <message>
        <source>The analysis service is away</source>
        <translation>Der Auswertungsdienst ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbindung wird hergestellt …</translation>
    </message>
    <message>
        <source>as of %1, the analysis service is away</source>
        <translation>Stand %1, Auswertungsdienst nicht erreichbar</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>Uhrzeiten wie in %1</translation>
    </message>
    <message>
        <source>as of %1, the ticket server is away</source>
        <translation>Stand %1, Ticket-Server nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 old (%2): the ticket server is away</source>
        <translation>%1 alt (%2): Ticket-Server nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 old (%2): the analysis service is away</source>
        <translation>%1 alt (%2): Auswertungsdienst nicht erreichbar</translation>
    </message>
    <message>
        <source>live, %1, %2</source>
        <translation>aktuell, %1, %2</translation>
    </message>
</context>
<context>
    <name>AnalysisPicture</name>
    <message>
        <source>as of %1, %2</source>
        <translation>Stand %1, %2</translation>
    </message>
</context>
<context>
    <name>AnswerAndClose</name>
    <message>
        <source>Answer, then close</source>
        <translation>Antworten, dann schließen</translation>
    </message>
    <message>
        <source>Add note, then close</source>
        <translation>Notiz hinzufügen, dann schließen</translation>
    </message>
    <message>
        <source>Add the note, and close the ticket after it</source>
        <translation>Die Notiz hinzufügen und danach das Ticket schließen</translation>
    </message>
    <message>
        <source>Send, and close the ticket after it</source>
        <translation>Senden und danach das Ticket schließen</translation>
    </message>
</context>
<context>
    <name>BacklogControls</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Bars by status</source>
        <translation>Balken nach Status</translation>
    </message>
    <message>
        <source>Bars by category</source>
        <translation>Balken nach Kategorie</translation>
    </message>
    <message>
        <source>All not closed by age</source>
        <translation>Alle nicht geschlossenen nach Alter</translation>
    </message>
    <message>
        <source>What the bars show</source>
        <translation>Was die Balken zeigen</translation>
    </message>
</context>
<context>
    <name>BacklogPlot</name>
    <message>
        <source>Nothing from this time is left to do.</source>
        <translation>Aus dieser Zeit ist nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>No ticket was opened in this time.</source>
        <translation>In dieser Zeit wurde kein Ticket gemeldet.</translation>
    </message>
    <message>
        <source>tickets/day</source>
        <translation>Tickets/Tag</translation>
    </message>
    <message>
        <source>tickets/hour</source>
        <translation>Tickets/Stunde</translation>
    </message>
    <message>
        <source>%1 not closed yet</source>
        <translation>%1 noch nicht geschlossen</translation>
    </message>
    <message>
        <source>the highest of %1 days that share this place</source>
        <translation>der höchste von %1 Tagen an dieser Stelle</translation>
    </message>
</context>
<context>
    <name>BacklogWords</name>
    <message>
        <source>Show this ticket</source>
        <translation>Dieses Ticket zeigen</translation>
    </message>
    <message>
        <source>opened in the last hour and not yet closed</source>
        <translation>in der letzten Stunde gemeldet, noch nicht geschlossen</translation>
    </message>
    <message numerus="yes">
        <source>opened in the last %Ln hour(s) and not yet closed</source>
        <translation>
            <numerusform>in der letzten %Ln Stunde gemeldet, noch nicht geschlossen</numerusform>
            <numerusform>in den letzten %Ln Stunden gemeldet, noch nicht geschlossen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>opened in the last %Ln day(s) and not yet closed</source>
        <translation>
            <numerusform>in dem letzten %Ln Tag gemeldet, noch nicht geschlossen</numerusform>
            <numerusform>in den letzten %Ln Tagen gemeldet, noch nicht geschlossen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 opened</source>
        <translation>%1 gemeldet</translation>
    </message>
    <message>
        <source>%1 opened, %2 % already closed</source>
        <translation>%1 gemeldet, %2 % schon geschlossen</translation>
    </message>
    <message>
        <source>%1 not closed in all</source>
        <translation>%1 insgesamt nicht geschlossen</translation>
    </message>
    <message>
        <source>oldest: #%1, %2</source>
        <translation>ältestes: #%1, %2</translation>
    </message>
</context>
<context>
    <name>BatchLine</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Stopped before %1.</source>
        <translation>Angehalten vor %1.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 von %3</translation>
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
        <translation>Ein Klick listet diese Tickets auf</translation>
    </message>
</context>
<context>
    <name>CategoryBar</name>
    <message>
        <source>Take back the correction</source>
        <translation>Korrektur zurücknehmen</translation>
    </message>
    <message>
        <source>Take back the correction: the server&apos;s own category stands again</source>
        <translation>Korrektur zurücknehmen: Die Kategorie des Servers gilt wieder</translation>
    </message>
    <message>
        <source>Set to %1</source>
        <translation>Auf %1 setzen</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>Kategorie: %1</translation>
    </message>
</context>
<context>
    <name>CategoryHint</name>
    <message>
        <source>from the word %1</source>
        <translation>wegen des Wortes %1</translation>
    </message>
    <message>
        <source>from the words %1</source>
        <translation>wegen der Wörter %1</translation>
    </message>
</context>
<context>
    <name>CategoryPanel</name>
    <message>
        <source>open, the load to come</source>
        <translation>offen, die kommende Last</translation>
    </message>
    <message>
        <source>tickets are being worked on · open: %1</source>
        <translation>Tickets sind in Arbeit · offen: %1</translation>
    </message>
</context>
<context>
    <name>CategoryPlot</name>
    <message>
        <source>tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Nothing is open, and nothing is being worked on.</source>
        <translation>Nichts ist offen, und nichts ist in Arbeit.</translation>
    </message>
    <message>
        <source>active %1</source>
        <translation>in Arbeit %1</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>offen %1</translation>
    </message>
    <message>
        <source>median age %1</source>
        <translation>medianes Alter %1</translation>
    </message>
    <message>
        <source>unsure of %1 (%2 %)</source>
        <translation>unsicher bei %1 (%2&#xa0;%)</translation>
    </message>
    <message>
        <source>active %1 · open %2</source>
        <translation>in Arbeit %1 · offen %2</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Closed is final: no more messages.</source>
        <translation>Geschlossen ist endgültig: keine weiteren Nachrichten.</translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation>Noch keine Nachrichten.</translation>
    </message>
    <message>
        <source>The conversation of the chosen ticket stands here.</source>
        <translation>Hier steht das Gespräch zum gewählten Ticket.</translation>
    </message>
    <message>
        <source>The conversation appears here as soon as the server answers.</source>
        <translation>Die Unterhaltung erscheint hier, sobald der Server antwortet.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 tickets closed.</source>
        <translation>%1 Tickets geschlossen.</translation>
    </message>
    <message>
        <source>%1 not closed: %2</source>
        <translation>%1 nicht geschlossen: %2</translation>
    </message>
    <message>
        <source>Closing %1</source>
        <translation>%1 wird geschlossen</translation>
    </message>
    <message>
        <source>Closing %1 tickets</source>
        <translation>%1 Tickets werden geschlossen</translation>
    </message>
</context>
<context>
    <name>ColumnsMenu</name>
    <message>
        <source>Columns and panels</source>
        <translation>Spalten und Bereiche</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Reset columns and order</source>
        <translation>Spalten und Reihenfolge zurücksetzen</translation>
    </message>
    <message>
        <source>Sort rising</source>
        <translation>Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort falling</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>Texts are searched, not sorted</source>
        <translation>Texte werden gesucht, nicht sortiert</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Ctrl+Up, Ctrl+Down: move the marked column</source>
        <translation>Strg+Auf, Strg+Ab: markierte Spalte verschieben</translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right: narrower, wider</source>
        <translation>Strg+Links, Strg+Rechts: schmaler, breiter</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Move</source>
        <translation>Bewegen</translation>
    </message>
    <message>
        <source>The chosen tickets</source>
        <translation>Die gewählten Tickets</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>Nächstes Ticket</translation>
    </message>
    <message>
        <source>Ticket before</source>
        <translation>Voriges Ticket</translation>
    </message>
    <message>
        <source>Go into the ticket</source>
        <translation>In das Ticket gehen</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>Zurück zur Tabelle</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Pane before</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Edit text and place</source>
        <translation>Text und Ort bearbeiten</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Copy number and text</source>
        <translation>Nummer und Text kopieren</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Send or save</source>
        <translation>Senden oder speichern</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Export the list as CSV …</source>
        <translation>Liste als CSV exportieren …</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Ein Problem melden</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
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
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation>Wer es liest</translation>
    </message>
    <message>
        <source>Only the helpdesk reads this</source>
        <translation>Das liest nur der Helpdesk</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Copy what I wrote</source>
        <translation>Meinen Text kopieren</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Only what fits into %1 characters was pasted.</source>
        <translation>Es wurde nur eingefügt, was in %1 Zeichen passt.</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>ConnectionBadge</name>
    <message>
        <source>Reconnecting …</source>
        <translation>Verbindung wird wiederhergestellt …</translation>
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
        <translation>%1 Tickets wie zuvor.</translation>
    </message>
    <message>
        <source>%1 tickets set to %2.</source>
        <translation>%1 Tickets auf %2 gesetzt.</translation>
    </message>
    <message>
        <source>%1 is %2 again.</source>
        <translation>%1 ist wieder %2.</translation>
    </message>
    <message>
        <source>Correcting %1 tickets</source>
        <translation>%1 Tickets werden korrigiert</translation>
    </message>
    <message>
        <source>%1 not corrected: %2</source>
        <translation>%1 nicht korrigiert: %2</translation>
    </message>
    <message>
        <source>%1 set to %2.</source>
        <translation>%1 auf %2 gesetzt.</translation>
    </message>
</context>
<context>
    <name>Departing</name>
    <message>
        <source>The server&apos;s data was restored meanwhile. Copy what you wrote, then edit the ticket as it is now.</source>
        <translation>Die Daten des Servers wurden inzwischen wiederhergestellt. Kopieren Sie Ihren Text und bearbeiten Sie das Ticket, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>The server&apos;s data was restored from a backup. This is how it is now.</source>
        <translation>Die Daten des Servers wurden aus einer Sicherung wiederhergestellt. So ist der Stand jetzt.</translation>
    </message>
    <message>
        <source>Ticket %1 is not in the data that was restored.</source>
        <translation>Ticket %1 ist in den wiederhergestellten Daten nicht enthalten.</translation>
    </message>
    <message>
        <source>The ticket is gone. What you wrote was not sent; you can still copy it.</source>
        <translation>Das Ticket ist nicht mehr da. Ihr Text wurde nicht gesendet; Sie können ihn noch kopieren.</translation>
    </message>
    <message>
        <source>Closed by the helpdesk: %1</source>
        <translation>Vom Helpdesk geschlossen: %1</translation>
    </message>
    <message>
        <source>Ticket %1 was closed by the helpdesk, so it is not in your list any more.</source>
        <translation>Der Helpdesk hat Ticket %1 geschlossen; es steht nicht mehr in Ihrer Liste.</translation>
    </message>
    <message>
        <source>The ticket is closed. What you wrote was not sent; you can still copy it.</source>
        <translation>Das Ticket ist geschlossen. Ihr Text wurde nicht gesendet; Sie können ihn noch kopieren.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>A part of Campus Desk cannot be loaded (%1). Its operators can install it anew.</source>
        <translation>Ein Teil von Campus Desk kann nicht geladen werden (%1). Die Systembetreuung kann es neu installieren.</translation>
    </message>
    <message>
        <source>Starting the servers on this computer …</source>
        <translation>Die Server auf diesem Computer werden gestartet …</translation>
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
        <translation>%1 in ein eigenes Fenster lösen oder zurückholen</translation>
    </message>
    <message>
        <source>Put %1 away</source>
        <translation>%1 ausblenden</translation>
    </message>
</context>
<context>
    <name>DraftLine</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>What you typed was put away.</source>
        <translation>Was Sie geschrieben haben, wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>You sent this at %1, but it was not confirmed.</source>
        <translation>Um %1 gesendet, aber nicht bestätigt.</translation>
    </message>
    <message>
        <source>You sent this earlier (%1), but it was not confirmed.</source>
        <translation>Früher gesendet (%1), aber nicht bestätigt.</translation>
    </message>
    <message>
        <source>You sent this at %1, but it was not confirmed. Sent again, it arrives only once.</source>
        <translation>Um %1 gesendet, aber nicht bestätigt. Auch noch einmal gesendet, kommt es nur einmal an.</translation>
    </message>
    <message>
        <source>You sent this earlier (%1), but it was not confirmed. Send it again if it is not there.</source>
        <translation>Früher gesendet (%1), aber nicht bestätigt. Bitte noch einmal senden, falls es fehlt.</translation>
    </message>
    <message>
        <source>You wrote this at %1 and did not save it.</source>
        <translation>Um %1 geschrieben und nicht gespeichert.</translation>
    </message>
    <message>
        <source>You wrote this earlier (%1) and did not save it.</source>
        <translation>Früher geschrieben (%1) und nicht gespeichert.</translation>
    </message>
    <message>
        <source>You wrote this at %1 and did not send it.</source>
        <translation>Um %1 geschrieben und nicht gesendet.</translation>
    </message>
    <message>
        <source>You wrote this earlier (%1) and did not send it.</source>
        <translation>Früher geschrieben (%1) und nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>DurationUnit</name>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;Min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;Std.</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1&#xa0;Tage</translation>
    </message>
</context>
<context>
    <name>EditForm</name>
    <message>
        <source>Save again</source>
        <translation>Noch einmal speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy what I wrote</source>
        <translation>Meinen Text kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Beiseitelegen</translation>
    </message>
    <message>
        <source>Somebody changed this while you were writing. Yours is kept.</source>
        <translation>Jemand hat dies geändert, während Sie schrieben. Ihr Text ist noch da.</translation>
    </message>
    <message>
        <source>Save mine</source>
        <translation>Meines speichern</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>EmptyTable</name>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message>
        <source>%1 (minutes)</source>
        <translation>%1 (Minuten)</translation>
    </message>
    <message>
        <source>Category, by whom</source>
        <translation>Kategorie, von wem</translation>
    </message>
    <message>
        <source>Reported from</source>
        <translation>Gemeldet von</translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation>Interne Notizen</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>%1 chosen</source>
        <translation>%1 gewählt</translation>
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
        <translation>Status</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>within 1 hour</source>
        <translation>bis 1 Stunde</translation>
    </message>
    <message>
        <source>within 8 hours</source>
        <translation>bis 8 Stunden</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>within 7 days</source>
        <translation>bis 7 Tage</translation>
    </message>
    <message>
        <source>within 30 days</source>
        <translation>bis 30 Tage</translation>
    </message>
    <message>
        <source>over 7 days</source>
        <translation>über 7 Tage</translation>
    </message>
    <message>
        <source>over 30 days</source>
        <translation>über 30 Tage</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>on this computer</source>
        <translation>auf diesem Computer</translation>
    </message>
    <message>
        <source>live · %1 · %2 open</source>
        <translation>verbunden · %1 · %2 offen</translation>
    </message>
    <message>
        <source>%1 does not answer yet. You can enter; what is new appears when it does.</source>
        <translation>%1 antwortet noch nicht. Sie können trotzdem eintreten; Neues erscheint, sobald eine Antwort kommt.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>corrected the category: “{before}” → “{after}”</source>
        <translation>hat die Kategorie korrigiert: „{before}“ → „{after}“</translation>
    </message>
    <message>
        <source>took the correction back: “{before}” → “{after}”</source>
        <translation>hat die Korrektur zurückgenommen: „{before}“ → „{after}“</translation>
    </message>
    <message>
        <source>took the correction back: “{after}” is the server&apos;s own again</source>
        <translation>hat die Korrektur zurückgenommen: „{after}“ ist wieder die des Servers</translation>
    </message>
    <message>
        <source>confirmed the category: “{after}”</source>
        <translation>hat die Kategorie bestätigt: „{after}“</translation>
    </message>
    <message>
        <source>The server looked again, and is surer of the category</source>
        <translation>Der Server hat noch einmal geprüft und ist sich der Kategorie sicherer</translation>
    </message>
    <message>
        <source>The server looked again: {parts}</source>
        <translation>Der Server hat noch einmal geprüft: {parts}</translation>
    </message>
    <message>
        <source>{field}: “{before}” → “{after}”</source>
        <translation>{field}: „{before}“ → „{after}“</translation>
    </message>
</context>
<context>
    <name>HistoryEntry</name>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Restore earlier text</source>
        <translation>Früheren Text wiederherstellen</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Enter shows all of a long text, or what can be restored.</source>
        <translation>Die Eingabetaste zeigt den ganzen langen Text oder was wiederhergestellt werden kann.</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>The history of the chosen ticket stands here.</source>
        <translation>Hier steht der Verlauf des gewählten Tickets.</translation>
    </message>
    <message>
        <source>Nothing is recorded of what was done to this ticket.</source>
        <translation>Zu diesem Ticket ist nichts verzeichnet.</translation>
    </message>
    <message>
        <source>The history appears here as soon as the server answers.</source>
        <translation>Der Verlauf erscheint hier, sobald der Server antwortet.</translation>
    </message>
</context>
<context>
    <name>KeepingNotice</name>
    <message>
        <source>What you type is not kept on this PC: its disk is full, or may not be written.</source>
        <translation>Was Sie schreiben, wird auf diesem PC nicht aufbewahrt: Der Datenträger ist voll oder schreibgeschützt.</translation>
    </message>
    <message>
        <source>What an earlier start had kept was damaged. It was put aside: %1.</source>
        <translation>Was beim letzten Mal aufbewahrt wurde, ist beschädigt. Es wurde beiseitegelegt: %1.</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language: %1</source>
        <translation>Sprache: %1</translation>
    </message>
</context>
<context>
    <name>LeavingCard</name>
    <message>
        <source>Is somebody still here?</source>
        <translation>Ist noch jemand da?</translation>
    </message>
    <message>
        <source>What was typed here is then deleted from this PC. Press any key or move the mouse to stay.</source>
        <translation>Was hier geschrieben wurde, wird dann von diesem PC gelöscht. Drücken Sie eine Taste oder bewegen Sie die Maus, um zu bleiben.</translation>
    </message>
</context>
<context>
    <name>LinkMenu</name>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>Export the list as CSV</source>
        <translation>Liste als CSV exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The export is being cancelled …</source>
        <translation>Der Export wird abgebrochen …</translation>
    </message>
    <message>
        <source>Exporting to %1 · %2 of %3</source>
        <translation>Export nach %1 · %2 von %3</translation>
    </message>
    <message>
        <source>The export waits at %2 of %3 and goes on by itself: %1</source>
        <translation>Der Export wartet bei %2 von %3 und geht von selbst weiter: %1</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Try again …</source>
        <translation>Erneut versuchen …</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was written.</source>
        <translation>Der Export wurde abgebrochen. Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>The list was not exported: %1</source>
        <translation>Die Liste wurde nicht exportiert: %1</translation>
    </message>
    <message>
        <source>the server&apos;s data was restored meanwhile.</source>
        <translation>Die Daten des Servers wurden inzwischen wiederhergestellt.</translation>
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
        <translation>Die Server dieses Programms starten nicht.</translation>
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
        <translation>Gespräch</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Enter opens a link, the menu shows what else can be done.</source>
        <translation>Die Eingabetaste öffnet einen Link, das Menü zeigt, was sonst noch möglich ist.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>%1, %2 to %4, %3</source>
        <translation>%1, %2 bis %4, %3</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>New ticket: %1</source>
        <translation>Neues Ticket: %1</translation>
    </message>
    <message>
        <source>New message under %1</source>
        <translation>Neue Nachricht zu %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new ticket(s)</source>
        <translation>
            <numerusform>%Ln neues Ticket</numerusform>
            <numerusform>%Ln neue Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new message(s)</source>
        <translation>
            <numerusform>%Ln neue Nachricht</numerusform>
            <numerusform>%Ln neue Nachrichten</numerusform>
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
        <translation>Benachrichtigungen: an</translation>
    </message>
    <message>
        <source>Notifications: off</source>
        <translation>Benachrichtigungen: aus</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln Ticket</numerusform>
            <numerusform>%Ln Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, Stand %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln closed ticket(s)</source>
        <translation>
            <numerusform>%Ln geschlossenes Ticket</numerusform>
            <numerusform>%Ln geschlossene Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) too long</source>
        <translation>
            <numerusform>%Ln Zeichen zu lang</numerusform>
            <numerusform>%Ln Zeichen zu lang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) already reported this: %2</source>
        <translation>
            <numerusform>%Ln Person hat das schon gemeldet: %2</numerusform>
            <numerusform>%Ln Personen haben das schon gemeldet: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln similar</source>
        <translation>
            <numerusform>%Ln ähnliches</numerusform>
            <numerusform>%Ln ähnliche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more have this too</source>
        <translation>
            <numerusform>%Ln weitere Person ist auch betroffen</numerusform>
            <numerusform>%Ln weitere Personen sind auch betroffen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new message(s)</source>
        <translation>
            <numerusform>%Ln neue Nachricht</numerusform>
            <numerusform>%Ln neue Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new entry(s)</source>
        <translation>
            <numerusform>%Ln neuer Eintrag</numerusform>
            <numerusform>%Ln neue Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neues</numerusform>
            <numerusform>%Ln neue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) written to %2</source>
        <translation>
            <numerusform>%Ln Ticket in %2 geschrieben</numerusform>
            <numerusform>%Ln Tickets in %2 geschrieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumbersView</name>
    <message>
        <source>Numbers of the plot</source>
        <translation>Zahlen der Grafik</translation>
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
        <translation>Was jetzt dort steht</translation>
    </message>
    <message>
        <source>Use this instead</source>
        <translation>Dies übernehmen</translation>
    </message>
    <message>
        <source>It says now:</source>
        <translation>Jetzt steht dort:</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
</context>
<context>
    <name>OwnNews</name>
    <message>
        <source>Read the answer</source>
        <translation>Antwort lesen</translation>
    </message>
    <message>
        <source>Put this line away</source>
        <translation>Diese Zeile ausblenden</translation>
    </message>
    <message>
        <source>The helpdesk answered #%1.</source>
        <translation>Der Helpdesk hat auf #%1 geantwortet.</translation>
    </message>
    <message numerus="yes">
        <source>The helpdesk answered #%1 and %Ln more report(s) from here.</source>
        <translation>
            <numerusform>Der Helpdesk hat auf #%1 und %Ln weitere Meldung von hier geantwortet.</numerusform>
            <numerusform>Der Helpdesk hat auf #%1 und %Ln weitere Meldungen von hier geantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>#%1: closed on %2</source>
        <translation>#%1: am %2 geschlossen</translation>
    </message>
    <message numerus="yes">
        <source>#%1: closed on %2, and %Ln more report(s) from here closed</source>
        <translation>
            <numerusform>#%1: am %2 geschlossen, dazu %Ln weitere Meldung von hier</numerusform>
            <numerusform>#%1: am %2 geschlossen, dazu %Ln weitere Meldungen von hier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodChooser</name>
    <message>
        <source>%1 d</source>
        <translation>%1 T.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln Stunde</numerusform>
            <numerusform>%Ln Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Usual periods</source>
        <translation>Übliche Zeiträume</translation>
    </message>
    <message>
        <source>Length of the period</source>
        <translation>Länge des Zeitraums</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Unit of the period</source>
        <translation>Einheit des Zeitraums</translation>
    </message>
    <message>
        <source>Another period</source>
        <translation>Anderer Zeitraum</translation>
    </message>
</context>
<context>
    <name>PickLine</name>
    <message>
        <source>Show the view again (Esc)</source>
        <translation>Ansicht wieder zeigen (Esc)</translation>
    </message>
</context>
<context>
    <name>PublicLine</name>
    <message>
        <source>Everybody on campus can read and change this.</source>
        <translation>Alle auf dem Campus können dies lesen und ändern.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>Analyses</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>Open and active tickets whose last message is from a simple user</source>
        <translation>Offene Tickets und Tickets in Arbeit, deren letzte Nachricht nicht vom Helpdesk ist</translation>
    </message>
    <message>
        <source>Open and active tickets, the oldest first</source>
        <translation>Offene Tickets und Tickets in Arbeit, die ältesten zuerst</translation>
    </message>
    <message>
        <source>%1, tickets: %2</source>
        <translation>%1, Tickets: %2</translation>
    </message>
    <message>
        <source>%1, unread: %2</source>
        <translation>%1, ungelesen: %2</translation>
    </message>
    <message>
        <source>Open and active tickets whose category the server is not sure of</source>
        <translation>Offene Tickets und Tickets in Arbeit, bei deren Kategorie der Server unsicher ist</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>What is the problem?</source>
        <translation>Was ist das Problem?</translation>
    </message>
    <message>
        <source>For example: the light flickers</source>
        <translation>Zum Beispiel: Das Licht flackert</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>Wo?</translation>
    </message>
    <message>
        <source>Building, floor, room</source>
        <translation>Gebäude, Etage, Raum</translation>
    </message>
    <message>
        <source>How can we reach you?</source>
        <translation>Wie erreichen wir Sie?</translation>
    </message>
    <message>
        <source>Optional; only the helpdesk reads it</source>
        <translation>Freiwillig; liest nur der Helpdesk</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Wird gesendet …</translation>
    </message>
</context>
<context>
    <name>ReportedCard</name>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Show the ticket</source>
        <translation>Ticket anzeigen</translation>
    </message>
    <message>
        <source>Report another problem</source>
        <translation>Ein weiteres Problem melden</translation>
    </message>
    <message>
        <source>Reported. Thank you.</source>
        <translation>Gemeldet. Vielen Dank!</translation>
    </message>
    <message>
        <source>This is the number of your ticket. You find it in the list below, and can answer there.</source>
        <translation>Das ist die Nummer Ihres Tickets. Sie finden es unten in der Liste und können dort antworten.</translation>
    </message>
    <message>
        <source>Ticket number %1</source>
        <translation>Ticketnummer %1</translation>
    </message>
    <message>
        <source>The server&apos;s data was restored from a backup of before your report. Please report it again.</source>
        <translation>Die Daten des Servers wurden aus einer Sicherung wiederhergestellt, die älter ist als Ihre Meldung. Bitte melden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Your report is lost.</source>
        <translation>Ihre Meldung ist verloren.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>ResolutionCard</name>
    <message>
        <source>%1, preliminary</source>
        <translation>%1, vorläufig</translation>
    </message>
    <message>
        <source>no ticket opened</source>
        <translation>kein Ticket gemeldet</translation>
    </message>
    <message>
        <source>median %1 · 90 % within %2</source>
        <translation>Median %1 · 90&#xa0;% innerhalb von %2</translation>
    </message>
    <message>
        <source>closed %1 · not closed yet %2</source>
        <translation>geschlossen %1 · noch nicht geschlossen %2</translation>
    </message>
    <message>
        <source>no ticket closed yet</source>
        <translation>noch kein Ticket geschlossen</translation>
    </message>
    <message>
        <source>mean %1, of fewer than 5 tickets</source>
        <translation>Mittelwert %1, aus weniger als 5 Tickets</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>Mittelwert %1</translation>
    </message>
    <message>
        <source>half of all closed: not reached</source>
        <translation>die Hälfte aller geschlossen: nicht erreicht</translation>
    </message>
    <message>
        <source>half of all closed within %1</source>
        <translation>die Hälfte aller geschlossen innerhalb von %1</translation>
    </message>
    <message>
        <source>%1 d %2 %</source>
        <translation>%1&#xa0;T %2&#xa0;%</translation>
    </message>
    <message>
        <source>closed in %1</source>
        <translation>geschlossen in %1</translation>
    </message>
</context>
<context>
    <name>ResolutionPanel</name>
    <message>
        <source>All months</source>
        <translation>Alle Monate</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>Last 24 months</source>
        <translation>Letzte 24 Monate</translation>
    </message>
    <message>
        <source>Last 60 months</source>
        <translation>Letzte 60 Monate</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>New months read too short: their slow tickets are not closed yet.</source>
        <translation>Neue Monate zeigen zu wenig: ihre langsamen Tickets sind noch nicht geschlossen.</translation>
    </message>
    <message>
        <source>New months read too short.</source>
        <translation>Neue Monate zeigen zu wenig.</translation>
    </message>
    <message>
        <source>no ticket is closed yet</source>
        <translation>noch kein Ticket ist geschlossen</translation>
    </message>
    <message>
        <source>months as in %1</source>
        <translation>Monate wie in %1</translation>
    </message>
    <message>
        <source>half closed</source>
        <translation>Hälfte geschlossen</translation>
    </message>
    <message>
        <source>few closed</source>
        <translation>wenige geschlossen</translation>
    </message>
    <message>
        <source>minutes on average until closed, %1</source>
        <translation>Minuten im Mittel bis zum Schließen, %1</translation>
    </message>
    <message>
        <source>hours on average until closed, %1</source>
        <translation>Stunden im Mittel bis zum Schließen, %1</translation>
    </message>
    <message>
        <source>days on average until closed, %1</source>
        <translation>Tage im Mittel bis zum Schließen, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>half of all closed</source>
        <translation>Hälfte geschlossen</translation>
    </message>
    <message>
        <source>preliminary: over 5 % not closed</source>
        <translation>vorläufig: über 5&#xa0;% nicht geschlossen</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>vorläufig</translation>
    </message>
    <message>
        <source>fewer than 5 closed</source>
        <translation>weniger als 5 geschlossen</translation>
    </message>
</context>
<context>
    <name>ResolutionPlot</name>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>not closed</source>
        <translation>nicht geschlossen</translation>
    </message>
    <message>
        <source>Each month has its bar here once a ticket of it is closed.</source>
        <translation>Jeder Monat hat hier seinen Balken, sobald ein Ticket aus ihm geschlossen ist.</translation>
    </message>
</context>
<context>
    <name>RestoreCard</name>
    <message>
        <source>It says now</source>
        <translation>Jetzt steht dort</translation>
    </message>
    <message>
        <source>Earlier text</source>
        <translation>Früherer Text</translation>
    </message>
    <message>
        <source>Restore anyway</source>
        <translation>Trotzdem wiederherstellen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Put away what is said here</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
    <message>
        <source>%1, %2: restoring …</source>
        <translation>%1, %2: Wird wiederhergestellt …</translation>
    </message>
    <message>
        <source>%1, %2: restored “%3”</source>
        <translation>%1, %2 wiederhergestellt: „%3“</translation>
    </message>
    <message>
        <source>%1, %2: somebody changed it meanwhile, so it was not restored.</source>
        <translation>%1, %2: Jemand hat dies inzwischen geändert, daher wurde nichts wiederhergestellt.</translation>
    </message>
    <message>
        <source>%1, %2: not restored.</source>
        <translation>%1, %2: nicht wiederhergestellt.</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
</context>
<context>
    <name>RoleCard</name>
    <message>
        <source>%1 (not available)</source>
        <translation>%1 (nicht verfügbar)</translation>
    </message>
</context>
<context>
    <name>RolePage</name>
    <message>
        <source>Connecting …</source>
        <translation>Verbindung wird hergestellt …</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>Anderer Server</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Ein Problem melden</translation>
    </message>
    <message>
        <source>Simple user</source>
        <translation>Für alle auf dem Campus</translation>
    </message>
    <message>
        <source>Tell us what is broken, then follow and answer everything that is open on campus.</source>
        <translation>Sagen Sie uns, was nicht funktioniert, und verfolgen und beantworten Sie alles, was auf dem Campus offen ist.</translation>
    </message>
    <message>
        <source>I work at the helpdesk</source>
        <translation>Ich arbeite am Helpdesk</translation>
    </message>
    <message>
        <source>Helpdesk staff</source>
        <translation>Helpdesk-Team</translation>
    </message>
    <message>
        <source>See every ticket, take care of it, close it, and watch the analyses move.</source>
        <translation>Sehen Sie alle Tickets, bearbeiten und schließen Sie sie, und verfolgen Sie die Auswertungen live.</translation>
    </message>
    <message>
        <source>What brings you here?</source>
        <translation>Was führt Sie hierher?</translation>
    </message>
    <message>
        <source>Press 1</source>
        <translation>Taste 1</translation>
    </message>
    <message>
        <source>Press 1 or 2</source>
        <translation>Taste 1 oder 2</translation>
    </message>
</context>
<context>
    <name>SampleBand</name>
    <message>
        <source>Sample data: nobody reads this</source>
        <translation>Beispieldaten: das liest niemand</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search tickets</source>
        <translation>Tickets suchen</translation>
    </message>
    <message>
        <source>Search, or a ticket&apos;s number</source>
        <translation>Suche oder Ticketnummer</translation>
    </message>
    <message>
        <source>Searches the texts, places and messages of all tickets</source>
        <translation>Durchsucht Texte, Orte und Nachrichten aller Tickets</translation>
    </message>
    <message>
        <source>End the search (Esc)</source>
        <translation>Suche beenden (Esc)</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Not searched: %1</source>
        <translation>Nicht gesucht: %1</translation>
    </message>
    <message>
        <source>Enter opens %1</source>
        <translation>Eingabe öffnet %1</translation>
    </message>
    <message>
        <source>The newest %1 are shown. More words find older ones.</source>
        <translation>Die neuesten %1 werden gezeigt. Mehr Wörter finden ältere.</translation>
    </message>
</context>
<context>
    <name>SelectionView</name>
    <message>
        <source>Take those that are open</source>
        <translation>Die offenen übernehmen</translation>
    </message>
    <message>
        <source>Close those that are active; closed is final</source>
        <translation>Die in Arbeit schließen; das ist endgültig</translation>
    </message>
    <message>
        <source>Take back corrections</source>
        <translation>Korrekturen zurücknehmen</translation>
    </message>
    <message>
        <source>Write one message to all of them</source>
        <translation>Eine Nachricht an alle schreiben</translation>
    </message>
    <message>
        <source>Message to all chosen tickets</source>
        <translation>Nachricht an alle gewählten Tickets</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Take back corrections: the server&apos;s own categories stand again</source>
        <translation>Korrekturen zurücknehmen: Die Kategorien des Servers gelten wieder</translation>
    </message>
    <message>
        <source>Set all to %1</source>
        <translation>Alle auf %1 setzen</translation>
    </message>
    <message>
        <source>Category of all</source>
        <translation>Kategorie aller</translation>
    </message>
    <message>
        <source>%1 tickets selected</source>
        <translation>%1 Tickets ausgewählt</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>%1 in Arbeit</translation>
    </message>
    <message>
        <source>%1 being closed</source>
        <translation>%1 werden geschlossen</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <translation>%1 geschlossen</translation>
    </message>
    <message>
        <source>Activate %1</source>
        <translation>%1 übernehmen</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>An %1 senden</translation>
    </message>
    <message>
        <source>At most %1 tickets are worked on at once.</source>
        <translation>Höchstens %1 Tickets werden auf einmal bearbeitet.</translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message>
        <source>opened %1</source>
        <translation>gemeldet %1</translation>
    </message>
    <message>
        <source>not closed</source>
        <translation>nicht geschlossen</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Opened from</source>
        <translation>Gemeldet ab</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>active, %1</source>
        <translation>in Arbeit, %1</translation>
    </message>
    <message>
        <source>open, %1</source>
        <translation>offen, %1</translation>
    </message>
    <message>
        <source>active, unsure: %1?</source>
        <translation>in Arbeit, unsicher: %1?</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Median age, %1</source>
        <translation>Medianes Alter, %1</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Unsure, %</source>
        <translation>Unsicher, %</translation>
    </message>
    <message>
        <source>Month of opening</source>
        <translation>Monat der Meldung</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>vorläufig</translation>
    </message>
    <message>
        <source>Mean, %1</source>
        <translation>Mittelwert, %1</translation>
    </message>
    <message>
        <source>Median, %1</source>
        <translation>Median, %1</translation>
    </message>
    <message>
        <source>90 % within, %1</source>
        <translation>90&#xa0;% innerhalb von, %1</translation>
    </message>
    <message>
        <source>Expected median, %1</source>
        <translation>Erwarteter Median, %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>Nicht geschlossen</translation>
    </message>
    <message>
        <source>Within 1 day, %</source>
        <translation>Innerhalb von 1 Tag, %</translation>
    </message>
    <message>
        <source>Within 3 days, %</source>
        <translation>Innerhalb von 3 Tagen, %</translation>
    </message>
    <message>
        <source>Within 7 days, %</source>
        <translation>Innerhalb von 7 Tagen, %</translation>
    </message>
    <message>
        <source>Within 30 days, %</source>
        <translation>Innerhalb von 30 Tagen, %</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>%1–%2 d</source>
        <translation>%1–%2 T.</translation>
    </message>
    <message>
        <source>%1–%2 h</source>
        <translation>%1–%2 h</translation>
    </message>
    <message>
        <source>age: %1</source>
        <translation>Alter: %1</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>closed, opened in %1</source>
        <translation>geschlossen, gemeldet im %1</translation>
    </message>
    <message>
        <source>closed, opened in %1, %2</source>
        <translation>geschlossen, gemeldet im %1, %2</translation>
    </message>
    <message>
        <source>not closed, opened in %1</source>
        <translation>nicht geschlossen, gemeldet im %1</translation>
    </message>
    <message>
        <source>not closed, opened in %1, %2</source>
        <translation>nicht geschlossen, gemeldet im %1, %2</translation>
    </message>
    <message>
        <source>Other categories</source>
        <translation>Weitere Kategorien</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>other categories</source>
        <translation>weitere Kategorien</translation>
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
        <translation>Adresse des Ticket-Servers</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Where is your helpdesk?</source>
        <translation>Wo finden wir Ihren Helpdesk?</translation>
    </message>
    <message>
        <source>Ask your helpdesk for the address of its server: a name, and a port if it has its own.</source>
        <translation>Ihr Helpdesk nennt Ihnen die Adresse seines Servers: einen Namen und, falls nötig, einen Port.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Close the sheet</source>
        <translation>Übersicht schließen</translation>
    </message>
</context>
<context>
    <name>SimilarEntry</name>
    <message>
        <source>Similar ticket</source>
        <translation>Ähnliches Ticket</translation>
    </message>
</context>
<context>
    <name>SimilarList</name>
    <message>
        <source>Similar</source>
        <translation>Ähnlich</translation>
    </message>
</context>
<context>
    <name>SimilarPanel</name>
    <message>
        <source>Stop writing</source>
        <translation>Nicht weiterschreiben</translation>
    </message>
    <message>
        <source>You are counted, so you need not send this report.</source>
        <translation>Sie sind mitgezählt und müssen diese Meldung nicht senden.</translation>
    </message>
</context>
<context>
    <name>SimilarRow</name>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Me too</source>
        <translation>Ich auch</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Open it: %1</source>
        <translation>Öffnen: %1</translation>
    </message>
    <message>
        <source>Not counted: %1</source>
        <translation>Nicht gezählt: %1</translation>
    </message>
</context>
<context>
    <name>StaffCommands</name>
    <message>
        <source>Choose the next one too</source>
        <translation>Auch das nächste wählen</translation>
    </message>
    <message>
        <source>Choose the one before too</source>
        <translation>Auch das vorige wählen</translation>
    </message>
    <message>
        <source>Choose all in the table</source>
        <translation>Alle in der Tabelle wählen</translation>
    </message>
    <message>
        <source>Next unread ticket</source>
        <translation>Nächstes ungelesenes Ticket</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Set to facility management</source>
        <translation>Auf Gebäudemanagement setzen</translation>
    </message>
    <message>
        <source>Set to technical IT</source>
        <translation>Auf IT-Technik setzen</translation>
    </message>
    <message>
        <source>Set to services complaints</source>
        <translation>Auf Service-Beschwerden setzen</translation>
    </message>
    <message>
        <source>Take back the correction</source>
        <translation>Korrektur zurücknehmen</translation>
    </message>
    <message>
        <source>Mark unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>Interne Notiz schreiben</translation>
    </message>
    <message>
        <source>Answer, then close</source>
        <translation>Antworten, dann schließen</translation>
    </message>
    <message>
        <source>View %1 of the rail</source>
        <translation>Ansicht %1 der Leiste</translation>
    </message>
    <message>
        <source>A view of the rail</source>
        <translation>Eine Ansicht der Leiste</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Activate</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Undo closing</source>
        <translation>Schließen rückgängig machen</translation>
    </message>
    <message>
        <source>Leave this ticket active</source>
        <translation>Dieses Ticket in Arbeit lassen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Take this ticket</source>
        <translation>Dieses Ticket übernehmen</translation>
    </message>
    <message>
        <source>Close this ticket; closed is final</source>
        <translation>Dieses Ticket schließen; das ist endgültig</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Answering %1 tickets</source>
        <translation>%1 Tickets werden beantwortet</translation>
    </message>
    <message>
        <source>%1 tickets answered.</source>
        <translation>%1 Tickets beantwortet.</translation>
    </message>
    <message>
        <source>%1 answered.</source>
        <translation>%1 beantwortet.</translation>
    </message>
    <message>
        <source>%1 not answered: %2</source>
        <translation>%1 nicht beantwortet: %2</translation>
    </message>
    <message>
        <source>Activating %1 tickets</source>
        <translation>%1 Tickets werden übernommen</translation>
    </message>
    <message>
        <source>%1 tickets activated.</source>
        <translation>%1 Tickets übernommen.</translation>
    </message>
    <message>
        <source>%1 not activated: %2</source>
        <translation>%1 nicht übernommen: %2</translation>
    </message>
    <message>
        <source>%1 is open: activate it first (%2).</source>
        <translation>%1 ist offen: zuerst übernehmen (%2).</translation>
    </message>
    <message>
        <source>%1 are open: activate them first (%2).</source>
        <translation>%1 sind offen: zuerst übernehmen (%2).</translation>
    </message>
    <message>
        <source>%1 is active already.</source>
        <translation>%1 ist schon in Arbeit.</translation>
    </message>
    <message>
        <source>%1 are active already.</source>
        <translation>%1 sind schon in Arbeit.</translation>
    </message>
    <message>
        <source>%1 is closed, and closed is final.</source>
        <translation>%1 ist geschlossen, und das ist endgültig.</translation>
    </message>
    <message>
        <source>%1 are closed, and closed is final.</source>
        <translation>%1 sind geschlossen, und das ist endgültig.</translation>
    </message>
</context>
<context>
    <name>SwitchButton</name>
    <message>
        <source>Delete what you typed and did here from this PC, and show the first page</source>
        <translation>Was Sie hier geschrieben und getan haben, von diesem PC löschen und die erste Seite zeigen</translation>
    </message>
    <message>
        <source>Leave and delete what you typed?</source>
        <translation>Gehen und Geschriebenes löschen?</translation>
    </message>
    <message>
        <source>Switch role</source>
        <translation>Rolle wechseln</translation>
    </message>
    <message>
        <source>I am done</source>
        <translation>Ich bin fertig</translation>
    </message>
</context>
<context>
    <name>TalkView</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>This PC has no workstation key. Helpdesk staff work at PCs that have one; the operators of Campus Desk give them out.</source>
        <translation>Dieser PC hat keinen Arbeitsplatzschlüssel. Das Helpdesk-Team arbeitet an PCs, die einen haben; die Systembetreuung von Campus Desk vergibt sie.</translation>
    </message>
    <message>
        <source>This PC has a workstation key that your account may not read. The operators of Campus Desk say which accounts may.</source>
        <translation>Dieser PC hat einen Arbeitsplatzschlüssel, den Ihr Konto nicht lesen darf. Die Systembetreuung von Campus Desk legt fest, welche Konten es dürfen.</translation>
    </message>
    <message>
        <source>The file for this PC&apos;s workstation key holds no key. The operators of Campus Desk can put a new one there.</source>
        <translation>Die Datei für den Arbeitsplatzschlüssel dieses PCs enthält keinen Schlüssel. Die Systembetreuung von Campus Desk kann einen neuen hinterlegen.</translation>
    </message>
    <message>
        <source>The server does not take this PC&apos;s workstation key: it may have been revoked. The operators of Campus Desk can give this PC a new one.</source>
        <translation>Der Server nimmt den Arbeitsplatzschlüssel dieses PCs nicht an; vielleicht wurde er widerrufen. Die Systembetreuung von Campus Desk kann diesem PC einen neuen geben.</translation>
    </message>
    <message>
        <source>This PC shows its workstation key over TLS only, and speaks to this server without. The operators of Campus Desk can name the campus&apos;s CA here.</source>
        <translation>Dieser PC zeigt seinen Arbeitsplatzschlüssel nur über TLS und spricht mit diesem Server ohne. Die Systembetreuung von Campus Desk kann hier die CA des Campus eintragen.</translation>
    </message>
    <message>
        <source>This PC&apos;s workstation key is not one for helpdesk staff. The operators of Campus Desk can give this PC one that is.</source>
        <translation>Der Arbeitsplatzschlüssel dieses PCs gilt nicht für das Helpdesk-Team. Die Systembetreuung von Campus Desk kann diesem PC einen passenden geben.</translation>
    </message>
    <message>
        <source>This cannot be kept as it is. Remove unusual characters, please.</source>
        <translation>So kann das nicht gespeichert werden. Bitte entfernen Sie ungewöhnliche Zeichen.</translation>
    </message>
    <message>
        <source>Nothing is written here yet.</source>
        <translation>Hier steht noch nichts.</translation>
    </message>
    <message>
        <source>This is longer than {limit} characters. Shorten it, please.</source>
        <translation>Das sind mehr als {limit} Zeichen. Bitte kürzen Sie den Text.</translation>
    </message>
    <message>
        <source>There is no ticket #{ticket_id}.</source>
        <translation>Es gibt kein Ticket #{ticket_id}.</translation>
    </message>
    <message>
        <source>Ticket #{ticket_id} was closed. Only helpdesk staff see closed tickets.</source>
        <translation>Ticket #{ticket_id} wurde geschlossen. Geschlossene Tickets sieht nur das Helpdesk-Team.</translation>
    </message>
    <message>
        <source>Ticket #{ticket_id} is closed, and that is final: no edits and no messages any more.</source>
        <translation>Ticket #{ticket_id} ist endgültig geschlossen: keine Änderungen und keine Nachrichten mehr.</translation>
    </message>
    <message>
        <source>Ticket #{ticket_id} is {status} by now: this is not possible.</source>
        <translation>Ticket #{ticket_id} ist inzwischen {status}: Das geht nicht mehr.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. What you typed is kept: compare, then save again.</source>
        <translation>Jemand anderes hat dies inzwischen geändert. Ihr Text ist noch da: Vergleichen Sie, dann speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>Only helpdesk staff can do this.</source>
        <translation>Das kann nur das Helpdesk-Team.</translation>
    </message>
    <message>
        <source>The server does not know this role. Switch role and try again.</source>
        <translation>Der Server kennt diese Rolle nicht. Wechseln Sie die Rolle und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server took this for another request. Copy what you typed and send it anew.</source>
        <translation>Der Server hat dies für eine andere Anfrage gehalten. Kopieren Sie Ihren Text und senden Sie ihn neu.</translation>
    </message>
    <message>
        <source>This is too large to be sent. Shorten it, please.</source>
        <translation>Das ist zum Senden zu groß. Bitte kürzen Sie den Text.</translation>
    </message>
    <message>
        <source>This desk was away for long. It reads everything anew.</source>
        <translation>Dieses Programm war lange getrennt. Es liest alles neu.</translation>
    </message>
    <message>
        <source>The server cannot save anything right now. What you typed is kept: try again in a moment.</source>
        <translation>Der Server kann gerade nichts speichern. Ihr Text ist noch da: Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The server is still reading its data. Try again in a moment.</source>
        <translation>Der Server liest noch seine Daten. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The server is being restarted. What you typed is kept: try again in a moment.</source>
        <translation>Der Server wird neu gestartet. Ihr Text ist noch da: Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Something went wrong in the server. What you typed is kept: try again; if it stays, tell the operator.</source>
        <translation>Im Server ist etwas schiefgegangen. Ihr Text ist noch da: Versuchen Sie es noch einmal; wenn es so bleibt, melden Sie es der Systembetreuung.</translation>
    </message>
    <message>
        <source>The server does not know this workstation&apos;s key. Its operators can give this PC a new one.</source>
        <translation>Der Server kennt den Schlüssel dieses Arbeitsplatzes nicht. Seine Systembetreuung kann diesem PC einen neuen geben.</translation>
    </message>
    <message>
        <source>This PC has no workstation key, so it cannot be used as helpdesk staff.</source>
        <translation>Dieser PC hat keinen Arbeitsplatzschlüssel und kann daher nicht vom Helpdesk-Team benutzt werden.</translation>
    </message>
    <message>
        <source>This was one of very many requests in a short time. Wait a moment and try again, please.</source>
        <translation>Das war eine von sehr vielen Anfragen in kurzer Zeit. Bitte warten Sie einen Moment und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server has no room for another desk just now. It is tried again by itself.</source>
        <translation>Der Server hat gerade keinen Platz für ein weiteres Programm. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>The server does not answer. What you typed is kept: try again when the connection is back.</source>
        <translation>Der Server antwortet nicht. Ihr Text ist noch da: Versuchen Sie es noch einmal, sobald die Verbindung wieder steht.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid any more, so nothing is sent to it. The operators of Campus Desk can renew it; this desk goes on by itself then.</source>
        <translation>Das Zertifikat des Servers ist nicht mehr gültig, daher wird ihm nichts gesendet. Die Systembetreuung von Campus Desk kann es erneuern; dann geht es hier von selbst weiter.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet, so nothing is sent to it. Look whether this PC&apos;s clock is right.</source>
        <translation>Das Zertifikat des Servers ist noch nicht gültig, daher wird ihm nichts gesendet. Prüfen Sie, ob die Uhr dieses PCs richtig geht.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not from the CA that this PC trusts, so nothing is sent to it. Tell the operators of Campus Desk.</source>
        <translation>Das Zertifikat des Servers stammt nicht von der CA, der dieser PC vertraut, daher wird ihm nichts gesendet. Bitte sagen Sie der Systembetreuung von Campus Desk Bescheid.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name than this PC calls it by, so nothing is sent to it. Tell the operators of Campus Desk.</source>
        <translation>Das Zertifikat des Servers gilt für einen anderen Namen als den, unter dem dieser PC ihn anspricht, daher wird ihm nichts gesendet. Bitte sagen Sie der Systembetreuung von Campus Desk Bescheid.</translation>
    </message>
    <message>
        <source>The server cannot save anything right now. Try again in a moment.</source>
        <translation>Der Server kann gerade nichts speichern. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The server is being restarted. Try again in a moment.</source>
        <translation>Der Server wird neu gestartet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Something went wrong in the server. Try again; if it stays, tell the operator.</source>
        <translation>Im Server ist etwas schiefgegangen. Versuchen Sie es noch einmal; wenn es so bleibt, melden Sie es der Systembetreuung.</translation>
    </message>
    <message>
        <source>The server does not answer. Try again when the connection is back.</source>
        <translation>Der Server antwortet nicht. Versuchen Sie es noch einmal, sobald die Verbindung wieder steht.</translation>
    </message>
    <message>
        <source>it is open, and must be activated first.</source>
        <translation>Es ist offen und muss zuerst übernommen werden.</translation>
    </message>
    <message>
        <source>somebody else took it already.</source>
        <translation>Jemand anderes hat es schon übernommen.</translation>
    </message>
    <message>
        <source>somebody else closed it already.</source>
        <translation>Jemand anderes hat es schon geschlossen.</translation>
    </message>
    <message>
        <source>it does not exist.</source>
        <translation>Es gibt dieses Ticket nicht.</translation>
    </message>
    <message>
        <source>somebody else changed its category meanwhile.</source>
        <translation>Jemand anderes hat die Kategorie inzwischen geändert.</translation>
    </message>
    <message>
        <source>the server does not answer.</source>
        <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
        <source>the server is being restarted.</source>
        <translation>Der Server wird neu gestartet.</translation>
    </message>
    <message>
        <source>the server is still reading its data.</source>
        <translation>Der Server liest noch seine Daten.</translation>
    </message>
    <message>
        <source>the server cannot save anything right now.</source>
        <translation>Der Server kann gerade nichts speichern.</translation>
    </message>
    <message>
        <source>something went wrong in the server.</source>
        <translation>Im Server ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>No server can be trusted: {path} cannot be read: {reason}.</source>
        <translation>Keinem Server kann vertraut werden: {path} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>No server can be trusted: {path} holds no certificates (PEM).</source>
        <translation>Keinem Server kann vertraut werden: {path} enthält keine Zertifikate (PEM).</translation>
    </message>
    <message>
        <source>“{typed}” is no server address. Write it like desk.example or desk.example:47600.</source>
        <translation>„{typed}“ ist keine Serveradresse. Schreiben Sie sie wie desk.example oder desk.example:47600.</translation>
    </message>
    <message>
        <source>there is no room left on the disk.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>you may not write there, or another program has the file open.</source>
        <translation>Dort dürfen Sie nicht schreiben, oder ein anderes Programm hat die Datei geöffnet.</translation>
    </message>
    <message>
        <source>the folder is not there any more.</source>
        <translation>Der Ordner ist nicht mehr da.</translation>
    </message>
    <message>
        <source>the disk does not take it.</source>
        <translation>Der Datenträger nimmt sie nicht an.</translation>
    </message>
    <message>
        <source>The server did not confirm what was sent last. Look whether it arrived.</source>
        <translation>Der Server hat nicht bestätigt, was zuletzt gesendet wurde. Bitte sehen Sie nach, ob es angekommen ist.</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer/in</translation>
    </message>
    <message>
        <source>Helpdesk</source>
        <translation>Helpdesk</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>active</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Gebäude</translation>
    </message>
    <message>
        <source>IT</source>
        <translation>IT</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Facility management</source>
        <translation>Gebäudemanagement</translation>
    </message>
    <message>
        <source>Technical IT</source>
        <translation>IT-Technik</translation>
    </message>
    <message>
        <source>Services complaints</source>
        <translation>Service-Beschwerden</translation>
    </message>
    <message>
        <source>facility management</source>
        <translation>Gebäudemanagement</translation>
    </message>
    <message>
        <source>technical IT</source>
        <translation>IT-Technik</translation>
    </message>
    <message>
        <source>services complaints</source>
        <translation>Service-Beschwerden</translation>
    </message>
    <message>
        <source>almost certainly {category}</source>
        <translation>fast sicher {category}</translation>
    </message>
    <message>
        <source>probably {category}</source>
        <translation>wahrscheinlich {category}</translation>
    </message>
    <message>
        <source>not sure yet</source>
        <translation>noch nicht sicher</translation>
    </message>
    <message>
        <source>Probably {category}</source>
        <translation>Wahrscheinlich {category}</translation>
    </message>
    <message>
        <source>Not sure: {category}?</source>
        <translation>Unsicher: {category}?</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>dasselbe</translation>
    </message>
    <message>
        <source>probably the same</source>
        <translation>wahrscheinlich dasselbe</translation>
    </message>
    <message>
        <source>perhaps the same</source>
        <translation>vielleicht dasselbe</translation>
    </message>
    <message>
        <source>set automatically</source>
        <translation>automatisch bestimmt</translation>
    </message>
    <message>
        <source>set by the helpdesk</source>
        <translation>vom Helpdesk bestimmt</translation>
    </message>
    <message>
        <source>reported it</source>
        <translation>hat es gemeldet</translation>
    </message>
    <message>
        <source>edited it</source>
        <translation>hat es bearbeitet</translation>
    </message>
    <message>
        <source>activated it</source>
        <translation>hat es übernommen</translation>
    </message>
    <message>
        <source>closed it</source>
        <translation>hat es geschlossen</translation>
    </message>
    <message>
        <source>wrote a message</source>
        <translation>hat eine Nachricht geschrieben</translation>
    </message>
    <message>
        <source>erased its texts</source>
        <translation>hat die Texte gelöscht</translation>
    </message>
    <message>
        <source>set its category anew</source>
        <translation>hat die Kategorie neu bestimmt</translation>
    </message>
    <message>
        <source>has this problem too</source>
        <translation>hat dieses Problem auch</translation>
    </message>
    <message>
        <source>wrote an internal note</source>
        <translation>hat eine interne Notiz geschrieben</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Resolution time</source>
        <translation>Lösungszeit</translation>
    </message>
    <message>
        <source>Category load</source>
        <translation>Last je Kategorie</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased by an operator</source>
        <translation>Von der Systembetreuung gelöscht</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbindung wird hergestellt …</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>Offline seit {time} Uhr</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day}. {month}</translation>
    </message>
    <message>
        <source>Not let in since {time}</source>
        <translation>Kein Zugang seit {time} Uhr</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>gestern {time}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} Min.</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} Std.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>{path} ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>{path} is no TOML in UTF-8: {reason}</source>
        <translation>{path} ist kein TOML in UTF-8: {reason}</translation>
    </message>
    <message>
        <source>{name} in {path} has to be true or false</source>
        <translation>{name} in {path} muss true oder false sein</translation>
    </message>
    <message>
        <source>{path} has settings that nobody knows: {names}</source>
        <translation>{path} hat Einstellungen, die niemand kennt: {names}</translation>
    </message>
    <message>
        <source>{path} may hold texts only, and no empty ones</source>
        <translation>{path} darf nur Texte enthalten und keine leeren</translation>
    </message>
    <message>
        <source>{name} in {path} has to be one line of at most {limit} characters</source>
        <translation>{name} in {path} muss eine Zeile von höchstens {limit} Zeichen sein</translation>
    </message>
    <message>
        <source>{name} in {path} has to be a server address like desk.example or desk.example:47600</source>
        <translation>{name} in {path} muss eine Serveradresse wie desk.example oder desk.example:47600 sein</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Only what fits into %1 characters was pasted.</source>
        <translation>Es wurde nur eingefügt, was in %1 Zeichen passt.</translation>
    </message>
    <message>
        <source>Please write something first.</source>
        <translation>Bitte schreiben Sie zuerst etwas.</translation>
    </message>
    <message numerus="yes">
        <source>This is %Ln character(s) too long.</source>
        <translation>
            <numerusform>Das ist um %Ln Zeichen zu lang.</numerusform>
            <numerusform>Das ist um %Ln Zeichen zu lang.</numerusform>
        </translation>
    </message>
    <message>
        <source>This text holds characters that cannot be kept.</source>
        <translation>Dieser Text enthält Zeichen, die nicht gespeichert werden können.</translation>
    </message>
</context>
<context>
    <name>ThemeMenu</name>
    <message>
        <source>System look</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Look: %1</source>
        <translation>Darstellung: %1</translation>
    </message>
</context>
<context>
    <name>TicketDelegate</name>
    <message>
        <source>closing</source>
        <translation>wird geschlossen</translation>
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
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Edit text and place</source>
        <translation>Text und Ort bearbeiten</translation>
    </message>
</context>
<context>
    <name>TicketList</name>
    <message>
        <source>Open and active now</source>
        <translation>Offen und in Arbeit</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Alle Tickets</translation>
    </message>
    <message>
        <source>No ticket in this view passes the filters:</source>
        <translation>Kein Ticket in dieser Ansicht passt zu den Filtern:</translation>
    </message>
    <message>
        <source>Nothing is open on campus. Is something broken? Tell us above.</source>
        <translation>Auf dem Campus ist nichts offen. Ist etwas kaputt? Sagen Sie es uns oben.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Columns and panels</source>
        <translation>Spalten und Bereiche</translation>
    </message>
    <message>
        <source>from this PC first</source>
        <translation>von diesem PC zuerst</translation>
    </message>
    <message>
        <source>sorted by %1</source>
        <translation>sortiert nach %1</translation>
    </message>
    <message>
        <source>From the analysis</source>
        <translation>Aus der Auswertung</translation>
    </message>
    <message>
        <source>Set the category by its key: %1</source>
        <translation>Kategorie per Taste setzen: %1</translation>
    </message>
    <message>
        <source>Texts are searched, not sorted. Sort by any other column.</source>
        <translation>Texte werden gesucht, nicht sortiert. Sortieren Sie nach einer anderen Spalte.</translation>
    </message>
    <message>
        <source>There are no such tickets any more.</source>
        <translation>Solche Tickets gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Nothing was found that passes the filters:</source>
        <translation>Es wurde nichts gefunden, was zu den Filtern passt:</translation>
    </message>
    <message>
        <source>No open or active ticket has all of these words. Fewer letters find more.</source>
        <translation>Kein offenes Ticket und keines in Arbeit enthält alle diese Wörter. Weniger Buchstaben finden mehr.</translation>
    </message>
    <message>
        <source>No ticket has all of these words in its text, place or messages. Fewer letters find more.</source>
        <translation>Kein Ticket enthält alle diese Wörter in Text, Ort oder Nachrichten. Weniger Buchstaben finden mehr.</translation>
    </message>
    <message>
        <source>Nothing is shown at a PC that is not let in as helpdesk staff.</source>
        <translation>An einem PC ohne Helpdesk-Zugang wird nichts gezeigt.</translation>
    </message>
    <message>
        <source>The tickets appear here as soon as the server&apos;s certificate is valid.</source>
        <translation>Die Tickets erscheinen hier, sobald das Zertifikat des Servers gültig ist.</translation>
    </message>
    <message>
        <source>The tickets appear here as soon as the server answers.</source>
        <translation>Die Tickets erscheinen hier, sobald der Server antwortet.</translation>
    </message>
</context>
<context>
    <name>TicketTable</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Last modified</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Bearbeitet von</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Me too</source>
        <translation>Ich auch</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>%1, unread</source>
        <translation>%1, ungelesen</translation>
    </message>
</context>
<context>
    <name>TicketView</name>
    <message>
        <source>What is the problem</source>
        <translation>Was das Problem ist</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>How to reach the reporter</source>
        <translation>Kontakt der meldenden Person</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Bearbeitet von</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Choose a ticket to read it here.</source>
        <translation>Wählen Sie ein Ticket, um es hier zu lesen.</translation>
    </message>
    <message>
        <source>Show what is similar</source>
        <translation>Ähnliches zeigen</translation>
    </message>
    <message>
        <source>An operator erased what was written here. When it happened and who did what stays.</source>
        <translation>Die Systembetreuung hat gelöscht, was hier stand. Wann etwas geschah und wer was tat, bleibt.</translation>
    </message>
    <message>
        <source>This ticket is closed, so it cannot be changed any more.</source>
        <translation>Dieses Ticket ist geschlossen und kann nicht mehr geändert werden.</translation>
    </message>
    <message>
        <source>Ticket %1 appears here as soon as the server answers.</source>
        <translation>Ticket %1 erscheint hier, sobald der Server antwortet.</translation>
    </message>
    <message>
        <source>What you wrote was not saved. You can still copy it.</source>
        <translation>Ihr Text wurde nicht gespeichert. Sie können ihn noch kopieren.</translation>
    </message>
    <message>
        <source>reported %1 at %2</source>
        <translation>gemeldet %1 an %2</translation>
    </message>
    <message>
        <source>taken %1 by %2</source>
        <translation>übernommen %1 von %2</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>geschlossen %1</translation>
    </message>
    <message>
        <source>last change %1</source>
        <translation>letzte Änderung %1</translation>
    </message>
    <message>
        <source>category %1</source>
        <translation>Kategorie %1</translation>
    </message>
    <message>
        <source>Show what is similar: %1</source>
        <translation>Ähnliches zeigen: %1</translation>
    </message>
</context>
<context>
    <name>UnreadTickets</name>
    <message>
        <source>Go to the next unread ticket (N)</source>
        <translation>Zum nächsten ungelesenen Ticket (N)</translation>
    </message>
    <message>
        <source>Nothing is unread.</source>
        <translation>Nichts ist ungelesen.</translation>
    </message>
    <message>
        <source>%1 is unread, and not in this list. Unread outside it: %2</source>
        <translation>%1 ist ungelesen und nicht in dieser Liste. Ungelesen außerhalb davon: %2</translation>
    </message>
    <message>
        <source>(%1) Campus Desk</source>
        <translation>(%1) Campus Desk</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 ungelesen</translation>
    </message>
    <message>
        <source>Go to the next unread ticket, unread: %1</source>
        <translation>Zum nächsten ungelesenen Ticket, ungelesen: %1</translation>
    </message>
</context>
<context>
    <name>Unsent</name>
    <message>
        <source>Written and not sent: show it</source>
        <translation>Geschrieben und nicht gesendet: anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsent</source>
        <translation>
            <numerusform>%Ln nicht gesendet</numerusform>
            <numerusform>%Ln nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: show what was written and not sent</source>
        <translation>%1: zeigen, was geschrieben und nicht gesendet wurde</translation>
    </message>
</context>
<context>
    <name>UnsentList</name>
    <message>
        <source>Written and not sent</source>
        <translation>Geschrieben und nicht gesendet</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsentRow</name>
    <message>
        <source>Go on</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Edit of %1</source>
        <translation>Änderung an %1</translation>
    </message>
    <message>
        <source>Message under %1</source>
        <translation>Nachricht zu %1</translation>
    </message>
    <message>
        <source>Internal note under %1</source>
        <translation>Interne Notiz zu %1</translation>
    </message>
    <message>
        <source>Message to several tickets</source>
        <translation>Nachricht an mehrere Tickets</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
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
        <translation>Neu</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Waiting for us</source>
        <translation>Warten auf uns</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>Bitte prüfen</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Heute geschlossen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>longest waiting first</source>
        <translation>am längsten wartende zuerst</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>älteste zuerst</translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation>unsicherste zuerst</translation>
    </message>
    <message>
        <source>Nothing new: every ticket was taken. Go on with In work.</source>
        <translation>Nichts Neues: Alle Tickets sind übernommen. Weiter geht es unter „In Arbeit“.</translation>
    </message>
    <message>
        <source>Nobody works on a ticket. Choose New, and activate one of what was reported.</source>
        <translation>Niemand arbeitet an einem Ticket. Wählen Sie „Neu“ und übernehmen Sie eines.</translation>
    </message>
    <message>
        <source>Nobody waits for an answer: the last word in every conversation is the helpdesk&apos;s.</source>
        <translation>Niemand wartet auf eine Antwort: In jedem Gespräch hat der Helpdesk zuletzt geschrieben.</translation>
    </message>
    <message>
        <source>Nothing is left to do: every ticket is closed.</source>
        <translation>Nichts mehr zu tun: Alle Tickets sind geschlossen.</translation>
    </message>
    <message>
        <source>Nothing to check: the server is sure enough of every open and active ticket&apos;s category.</source>
        <translation>Nichts zu prüfen: Der Server ist sich bei allen offenen Tickets und denen in Arbeit sicher genug.</translation>
    </message>
    <message>
        <source>Nothing was closed today yet. What is closed earlier stands in All.</source>
        <translation>Heute wurde noch nichts geschlossen. Früher Geschlossenes steht unter „Alle“.</translation>
    </message>
    <message>
        <source>No tickets yet. They appear here the moment somebody reports a problem.</source>
        <translation>Noch keine Tickets. Sie erscheinen hier, sobald jemand ein Problem meldet.</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>What is being done</source>
        <translation>Was gerade geschieht</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Put this line away</source>
        <translation>Diese Zeile ausblenden</translation>
    </message>
</context>
</TS>
