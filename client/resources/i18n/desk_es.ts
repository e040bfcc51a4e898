<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AgeBars</name>
    <message>
        <source>All not closed, by age</source>
        <translation>Todos sin cerrar por antigüedad</translation>
    </message>
</context>
<context>
    <name>AnalysisChoice</name>
    <message>
        <source>The analyses cannot be shown (%1). The operators of Campus Desk can install it anew.</source>
        <translation>No se pueden mostrar los análisis (%1). Los operadores de Campus Desk pueden instalarlo de nuevo.</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Análisis</translation>
    </message>
</context>
<context>
    <name>AnalysisExport</name>
    <message>
        <source>Save picture</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>Save numbers</source>
        <translation>Guardar cifras</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>No guardado: %1</translation>
    </message>
    <message>
        <source>Not printed: the printer takes nothing.</source>
        <translation>No impreso: la impresora no acepta nada.</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Enviado a la impresora</translation>
    </message>
</context>
<context>
    <name>AnalysisHead</name>
    <message>
        <source>Plot</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>Presentación</translation>
    </message>
    <message>
        <source>Save or print</source>
        <translation>Guardar o imprimir</translation>
    </message>
    <message>
        <source>Save picture (PNG) …</source>
        <translation>Guardar imagen (PNG) …</translation>
    </message>
    <message>
        <source>Save numbers (CSV) …</source>
        <translation>Guardar cifras (CSV) …</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Imprimir …</translation>
    </message>
</context>
<context>
    <name>AnalysisPanel</name>
    <message>
        <source>The analysis service does not let this PC in</source>
        <translation>El servicio de análisis no admite este PC</translation>
    </message>
    <message>
        <source>The certificate of the analysis service is not valid here</source>
        <translation>El certificado del servicio de análisis no es válido aquí</translation>
    </message>
    <message>
        <source>The analysis service is away</source>
        <translation>El servicio de análisis no responde</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>as of %1, the analysis service is away</source>
        <translation>datos de %1, el servicio de análisis no responde</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>Horas de %1</translation>
    </message>
    <message>
        <source>as of %1, the ticket server is away</source>
        <translation>datos de %1, el servidor de tickets no responde</translation>
    </message>
    <message>
        <source>%1 old (%2): the ticket server is away</source>
        <translation>de hace %1 (%2): el servidor de tickets no responde</translation>
    </message>
    <message>
        <source>%1 old (%2): the analysis service is away</source>
        <translation>de hace %1 (%2): el servicio de análisis no responde</translation>
    </message>
    <message>
        <source>live, %1, %2</source>
        <translation>en directo, %1, %2</translation>
    </message>
</context>
<context>
    <name>AnalysisPicture</name>
    <message>
        <source>as of %1, %2</source>
        <translation>datos de %1, %2</translation>
    </message>
</context>
<context>
    <name>AnswerAndClose</name>
    <message>
        <source>Answer, then close</source>
        <translation>Responder y cerrar</translation>
    </message>
    <message>
        <source>Add note, then close</source>
        <translation>Añadir nota y cerrar</translation>
    </message>
    <message>
        <source>Add the note, and close the ticket after it</source>
        <translation>Añadir la nota y cerrar después el ticket</translation>
    </message>
    <message>
        <source>Send, and close the ticket after it</source>
        <translation>Enviar y después cerrar el ticket</translation>
    </message>
</context>
<context>
    <name>BacklogControls</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>Bars by status</source>
        <translation>Barras por estado</translation>
    </message>
    <message>
        <source>Bars by category</source>
        <translation>Barras por categoría</translation>
    </message>
    <message>
        <source>All not closed by age</source>
        <translation>Todos sin cerrar por antigüedad</translation>
    </message>
    <message>
        <source>What the bars show</source>
        <translation>Qué muestran las barras</translation>
    </message>
</context>
<context>
    <name>BacklogPlot</name>
    <message>
        <source>Nothing from this time is left to do.</source>
        <translation>De este periodo no queda nada por hacer.</translation>
    </message>
    <message>
        <source>No ticket was opened in this time.</source>
        <translation>En este tiempo no se abrió ningún ticket.</translation>
    </message>
    <message>
        <source>tickets/day</source>
        <translation>tickets/día</translation>
    </message>
    <message>
        <source>tickets/hour</source>
        <translation>tickets/hora</translation>
    </message>
    <message>
        <source>%1 not closed yet</source>
        <translation>%1 aún sin cerrar</translation>
    </message>
    <message>
        <source>the highest of %1 days that share this place</source>
        <translation>el más alto de %1 días en este lugar</translation>
    </message>
</context>
<context>
    <name>BacklogWords</name>
    <message>
        <source>Show this ticket</source>
        <translation>Mostrar este ticket</translation>
    </message>
    <message>
        <source>opened in the last hour and not yet closed</source>
        <translation>abiertos en la última hora y aún sin cerrar</translation>
    </message>
    <message numerus="yes">
        <source>opened in the last %Ln hour(s) and not yet closed</source>
        <translation>
            <numerusform>abiertos en la última %Ln hora y aún sin cerrar</numerusform>
            <numerusform>abiertos en las últimas %Ln horas y aún sin cerrar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>opened in the last %Ln day(s) and not yet closed</source>
        <translation>
            <numerusform>abiertos en el último %Ln día y aún sin cerrar</numerusform>
            <numerusform>abiertos en los últimos %Ln días y aún sin cerrar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 opened</source>
        <translation>%1 abiertos</translation>
    </message>
    <message>
        <source>%1 opened, %2 % already closed</source>
        <translation>%1 abiertos, %2 % ya cerrados</translation>
    </message>
    <message>
        <source>%1 not closed in all</source>
        <translation>%1 sin cerrar en total</translation>
    </message>
    <message>
        <source>oldest: #%1, %2</source>
        <translation>el más antiguo: #%1, %2</translation>
    </message>
</context>
<context>
    <name>BatchLine</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Stopped before %1.</source>
        <translation>Detenido antes de %1.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 de %3</translation>
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
        <translation>Un clic muestra estos tickets</translation>
    </message>
</context>
<context>
    <name>CategoryBar</name>
    <message>
        <source>Take back the correction</source>
        <translation>Retirar la corrección</translation>
    </message>
    <message>
        <source>Take back the correction: the server&apos;s own category stands again</source>
        <translation>Retirar la corrección: vuelve a valer la categoría del servidor</translation>
    </message>
    <message>
        <source>Set to %1</source>
        <translation>Fijar en %1</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>Categoría: %1</translation>
    </message>
</context>
<context>
    <name>CategoryHint</name>
    <message>
        <source>from the word %1</source>
        <translation>por la palabra %1</translation>
    </message>
    <message>
        <source>from the words %1</source>
        <translation>por las palabras %1</translation>
    </message>
</context>
<context>
    <name>CategoryPanel</name>
    <message>
        <source>open, the load to come</source>
        <translation>abiertos, la carga futura</translation>
    </message>
    <message>
        <source>tickets are being worked on · open: %1</source>
        <translation>tickets en curso · abiertos: %1</translation>
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
        <translation>No hay nada abierto ni en curso.</translation>
    </message>
    <message>
        <source>active %1</source>
        <translation>en curso %1</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>abiertos %1</translation>
    </message>
    <message>
        <source>median age %1</source>
        <translation>edad mediana %1</translation>
    </message>
    <message>
        <source>unsure of %1 (%2 %)</source>
        <translation>dudosos %1 (%2&#xa0;%)</translation>
    </message>
    <message>
        <source>active %1 · open %2</source>
        <translation>en curso %1 · abiertos %2</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Closed is final: no more messages.</source>
        <translation>El cierre es definitivo: no hay más mensajes.</translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation>Todavía no hay mensajes.</translation>
    </message>
    <message>
        <source>The conversation of the chosen ticket stands here.</source>
        <translation>Aquí aparece la conversación del ticket elegido.</translation>
    </message>
    <message>
        <source>The conversation appears here as soon as the server answers.</source>
        <translation>La conversación aparecerá aquí en cuanto responda el servidor.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>%1 tickets closed.</source>
        <translation>%1 tickets cerrados.</translation>
    </message>
    <message>
        <source>%1 not closed: %2</source>
        <translation>%1 no se cerró: %2</translation>
    </message>
    <message>
        <source>Closing %1</source>
        <translation>Cerrando %1</translation>
    </message>
    <message>
        <source>Closing %1 tickets</source>
        <translation>Cerrando %1 tickets</translation>
    </message>
</context>
<context>
    <name>ColumnsMenu</name>
    <message>
        <source>Columns and panels</source>
        <translation>Columnas y paneles</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Paneles</translation>
    </message>
    <message>
        <source>Reset columns and order</source>
        <translation>Restablecer columnas y orden</translation>
    </message>
    <message>
        <source>Sort rising</source>
        <translation>Orden ascendente</translation>
    </message>
    <message>
        <source>Sort falling</source>
        <translation>Orden descendente</translation>
    </message>
    <message>
        <source>Texts are searched, not sorted</source>
        <translation>Los textos se buscan, no se ordenan</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Mover a la izquierda</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Mover a la derecha</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Ctrl+Up, Ctrl+Down: move the marked column</source>
        <translation>Ctrl+Arriba, Ctrl+Abajo: mover la columna marcada</translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right: narrower, wider</source>
        <translation>Ctrl+Izquierda, Ctrl+Derecha: más estrecha, más ancha</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Move</source>
        <translation>Moverse</translation>
    </message>
    <message>
        <source>The chosen tickets</source>
        <translation>Los tickets elegidos</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>Ticket siguiente</translation>
    </message>
    <message>
        <source>Ticket before</source>
        <translation>Ticket anterior</translation>
    </message>
    <message>
        <source>Go into the ticket</source>
        <translation>Entrar en el ticket</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>Volver a la tabla</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Pane before</source>
        <translation>Panel anterior</translation>
    </message>
    <message>
        <source>Edit text and place</source>
        <translation>Editar texto y lugar</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copiar número</translation>
    </message>
    <message>
        <source>Copy number and text</source>
        <translation>Copiar número y texto</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Escribir un mensaje</translation>
    </message>
    <message>
        <source>Send or save</source>
        <translation>Enviar o guardar</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Export the list as CSV …</source>
        <translation>Exportar la lista como CSV …</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Comunicar un problema</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Todas las teclas</translation>
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
        <translation>Escribir un mensaje</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Nota interna</translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation>Quién lo lee</translation>
    </message>
    <message>
        <source>Only the helpdesk reads this</source>
        <translation>Esto solo lo lee la asistencia</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Copy what I wrote</source>
        <translation>Copiar lo que escribí</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>Only what fits into %1 characters was pasted.</source>
        <translation>Solo se ha pegado lo que cabe en %1 caracteres.</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>ConnectionBadge</name>
    <message>
        <source>Reconnecting …</source>
        <translation>Reconectando …</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Servidor: %1</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>%1 tickets as before.</source>
        <translation>%1 tickets como antes.</translation>
    </message>
    <message>
        <source>%1 tickets set to %2.</source>
        <translation>%1 tickets fijados en %2.</translation>
    </message>
    <message>
        <source>%1 is %2 again.</source>
        <translation>%1 vuelve a ser %2.</translation>
    </message>
    <message>
        <source>Correcting %1 tickets</source>
        <translation>Corrigiendo %1 tickets</translation>
    </message>
    <message>
        <source>%1 not corrected: %2</source>
        <translation>%1 no se corrigió: %2</translation>
    </message>
    <message>
        <source>%1 set to %2.</source>
        <translation>%1 fijado en %2.</translation>
    </message>
</context>
<context>
    <name>Departing</name>
    <message>
        <source>The server&apos;s data was restored meanwhile. Copy what you wrote, then edit the ticket as it is now.</source>
        <translation>Entretanto se restauraron los datos del servidor. Copie lo que escribió y edite el ticket tal como está ahora.</translation>
    </message>
    <message>
        <source>The server&apos;s data was restored from a backup. This is how it is now.</source>
        <translation>Los datos del servidor se restauraron de una copia de seguridad. Así están ahora.</translation>
    </message>
    <message>
        <source>Ticket %1 is not in the data that was restored.</source>
        <translation>El ticket %1 no está en los datos restaurados.</translation>
    </message>
    <message>
        <source>The ticket is gone. What you wrote was not sent; you can still copy it.</source>
        <translation>El ticket ya no está. Lo que escribió no se envió; todavía puede copiarlo.</translation>
    </message>
    <message>
        <source>Closed by the helpdesk: %1</source>
        <translation>Cerrado por la asistencia: %1</translation>
    </message>
    <message>
        <source>Ticket %1 was closed by the helpdesk, so it is not in your list any more.</source>
        <translation>La asistencia cerró el ticket %1, por eso ya no está en su lista.</translation>
    </message>
    <message>
        <source>The ticket is closed. What you wrote was not sent; you can still copy it.</source>
        <translation>El ticket está cerrado. Lo que escribió no se envió; todavía puede copiarlo.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>A part of Campus Desk cannot be loaded (%1). Its operators can install it anew.</source>
        <translation>No se puede cargar una parte de Campus Desk (%1). Sus operadores pueden instalarlo de nuevo.</translation>
    </message>
    <message>
        <source>Starting the servers on this computer …</source>
        <translation>Iniciando los servidores en este equipo…</translation>
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
        <translation>Mover a su propia ventana o devolver: %1</translation>
    </message>
    <message>
        <source>Put %1 away</source>
        <translation>Ocultar: %1</translation>
    </message>
</context>
<context>
    <name>DraftLine</name>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>What you typed was put away.</source>
        <translation>Lo que escribió se ha apartado.</translation>
    </message>
    <message>
        <source>You sent this at %1, but it was not confirmed.</source>
        <translation>Lo envió a las %1, pero no se confirmó.</translation>
    </message>
    <message>
        <source>You sent this earlier (%1), but it was not confirmed.</source>
        <translation>Lo envió antes (%1), pero no se confirmó.</translation>
    </message>
    <message>
        <source>You sent this at %1, but it was not confirmed. Sent again, it arrives only once.</source>
        <translation>Lo envió a las %1, pero no se confirmó. Si lo envía de nuevo, llegará una sola vez.</translation>
    </message>
    <message>
        <source>You sent this earlier (%1), but it was not confirmed. Send it again if it is not there.</source>
        <translation>Lo envió antes (%1), pero no se confirmó. Envíelo de nuevo si no aparece.</translation>
    </message>
    <message>
        <source>You wrote this at %1 and did not save it.</source>
        <translation>Lo escribió a las %1 y no lo guardó.</translation>
    </message>
    <message>
        <source>You wrote this earlier (%1) and did not save it.</source>
        <translation>Lo escribió antes (%1) y no lo guardó.</translation>
    </message>
    <message>
        <source>You wrote this at %1 and did not send it.</source>
        <translation>Lo escribió a las %1 y no lo envió.</translation>
    </message>
    <message>
        <source>You wrote this earlier (%1) and did not send it.</source>
        <translation>Lo escribió antes (%1) y no lo envió.</translation>
    </message>
</context>
<context>
    <name>DurationUnit</name>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
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
        <translation>%1&#xa0;días</translation>
    </message>
</context>
<context>
    <name>EditForm</name>
    <message>
        <source>Save again</source>
        <translation>Guardar de nuevo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Copy what I wrote</source>
        <translation>Copiar lo que escribí</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Apartar</translation>
    </message>
    <message>
        <source>Somebody changed this while you were writing. Yours is kept.</source>
        <translation>Alguien cambió esto mientras usted escribía. Su texto se conserva.</translation>
    </message>
    <message>
        <source>Save mine</source>
        <translation>Guardar lo mío</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>EmptyTable</name>
    <message>
        <source>Clear filters</source>
        <translation>Quitar filtros</translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message>
        <source>%1 (minutes)</source>
        <translation>%1 (minutos)</translation>
    </message>
    <message>
        <source>Category, by whom</source>
        <translation>Categoría, por quién</translation>
    </message>
    <message>
        <source>Reported from</source>
        <translation>Comunicado desde</translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation>Notas internas</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Clear filters</source>
        <translation>Quitar filtros</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>%1 chosen</source>
        <translation>%1 elegidos</translation>
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
        <translation>Estado</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Certeza</translation>
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
        <translation>última hora</translation>
    </message>
    <message>
        <source>within 8 hours</source>
        <translation>últimas 8 horas</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>within 7 days</source>
        <translation>últimos 7 días</translation>
    </message>
    <message>
        <source>within 30 days</source>
        <translation>últimos 30 días</translation>
    </message>
    <message>
        <source>over 7 days</source>
        <translation>más de 7 días</translation>
    </message>
    <message>
        <source>over 30 days</source>
        <translation>más de 30 días</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>segura</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>insegura</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corregida</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>on this computer</source>
        <translation>en este equipo</translation>
    </message>
    <message>
        <source>live · %1 · %2 open</source>
        <translation>conectado · %1 · abiertos: %2</translation>
    </message>
    <message>
        <source>%1 does not answer yet. You can enter; what is new appears when it does.</source>
        <translation>%1 aún no responde. Puede entrar; lo nuevo aparecerá cuando responda.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>corrected the category: “{before}” → “{after}”</source>
        <translation>corrigió la categoría: «{before}» → «{after}»</translation>
    </message>
    <message>
        <source>took the correction back: “{before}” → “{after}”</source>
        <translation>retiró la corrección: «{before}» → «{after}»</translation>
    </message>
    <message>
        <source>took the correction back: “{after}” is the server&apos;s own again</source>
        <translation>retiró la corrección: «{after}» vuelve a ser la del servidor</translation>
    </message>
    <message>
        <source>confirmed the category: “{after}”</source>
        <translation>confirmó la categoría: «{after}»</translation>
    </message>
    <message>
        <source>The server looked again, and is surer of the category</source>
        <translation>El servidor lo revisó y está más seguro de la categoría</translation>
    </message>
    <message>
        <source>The server looked again: {parts}</source>
        <translation>El servidor lo revisó: {parts}</translation>
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
        <translation>Ver todo</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Ver menos</translation>
    </message>
    <message>
        <source>Restore earlier text</source>
        <translation>Restaurar el texto anterior</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nada)</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Enter shows all of a long text, or what can be restored.</source>
        <translation>Intro muestra un texto largo entero o lo que se puede restaurar.</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>The history of the chosen ticket stands here.</source>
        <translation>Aquí aparece el historial del ticket elegido.</translation>
    </message>
    <message>
        <source>Nothing is recorded of what was done to this ticket.</source>
        <translation>No consta nada de lo que se hizo con este ticket.</translation>
    </message>
    <message>
        <source>The history appears here as soon as the server answers.</source>
        <translation>El historial aparecerá aquí en cuanto responda el servidor.</translation>
    </message>
</context>
<context>
    <name>KeepingNotice</name>
    <message>
        <source>What you type is not kept on this PC: its disk is full, or may not be written.</source>
        <translation>Lo que escribe no se conserva en este PC: el disco está lleno o protegido contra escritura.</translation>
    </message>
    <message>
        <source>What an earlier start had kept was damaged. It was put aside: %1.</source>
        <translation>Lo que se había conservado antes estaba dañado. Se ha apartado: %1.</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language: %1</source>
        <translation>Idioma: %1</translation>
    </message>
</context>
<context>
    <name>LeavingCard</name>
    <message>
        <source>Is somebody still here?</source>
        <translation>¿Hay alguien todavía?</translation>
    </message>
    <message>
        <source>What was typed here is then deleted from this PC. Press any key or move the mouse to stay.</source>
        <translation>Lo que se escribió aquí se borrará entonces de este PC. Pulse cualquier tecla o mueva el ratón para quedarse.</translation>
    </message>
</context>
<context>
    <name>LinkMenu</name>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>Export the list as CSV</source>
        <translation>Exportar la lista como CSV</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The export is being cancelled …</source>
        <translation>Se está cancelando la exportación …</translation>
    </message>
    <message>
        <source>Exporting to %1 · %2 of %3</source>
        <translation>Exportando a %1 · %2 de %3</translation>
    </message>
    <message>
        <source>The export waits at %2 of %3 and goes on by itself: %1</source>
        <translation>La exportación espera en %2 de %3 y seguirá sola: %1</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Try again …</source>
        <translation>Reintentar …</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was written.</source>
        <translation>La exportación se canceló. No se escribió ningún archivo.</translation>
    </message>
    <message>
        <source>The list was not exported: %1</source>
        <translation>La lista no se exportó: %1</translation>
    </message>
    <message>
        <source>the server&apos;s data was restored meanwhile.</source>
        <translation>entretanto se restauraron los datos del servidor.</translation>
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
        <translation>Los servidores de este programa no arrancan.</translation>
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
        <translation>Conversación</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Enter opens a link, the menu shows what else can be done.</source>
        <translation>Intro abre un enlace; el menú muestra qué más se puede hacer.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, de %2 a %3</translation>
    </message>
    <message>
        <source>%1, %2 to %4, %3</source>
        <translation>%1, %2 a %4, %3</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>New ticket: %1</source>
        <translation>Ticket nuevo: %1</translation>
    </message>
    <message>
        <source>New message under %1</source>
        <translation>Mensaje nuevo en %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket nuevo</numerusform>
            <numerusform>%Ln tickets nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new message(s)</source>
        <translation>
            <numerusform>%Ln mensaje nuevo</numerusform>
            <numerusform>%Ln mensajes nuevos</numerusform>
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
        <translation>Notificaciones: activadas</translation>
    </message>
    <message>
        <source>Notifications: off</source>
        <translation>Notificaciones: desactivadas</translation>
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
        <translation>%1, a fecha de %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln closed ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket cerrado</numerusform>
            <numerusform>%Ln tickets cerrados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) too long</source>
        <translation>
            <numerusform>sobra %Ln carácter</numerusform>
            <numerusform>sobran %Ln caracteres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) already reported this: %2</source>
        <translation>
            <numerusform>%Ln persona ya lo ha comunicado: %2</numerusform>
            <numerusform>%Ln personas ya lo han comunicado: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln similar</source>
        <translation>
            <numerusform>%Ln similar</numerusform>
            <numerusform>%Ln similares</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more have this too</source>
        <translation>
            <numerusform>a %Ln persona más también le pasa</numerusform>
            <numerusform>a %Ln personas más también les pasa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new message(s)</source>
        <translation>
            <numerusform>%Ln mensaje nuevo</numerusform>
            <numerusform>%Ln mensajes nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new entry(s)</source>
        <translation>
            <numerusform>%Ln entrada nueva</numerusform>
            <numerusform>%Ln entradas nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nuevo</numerusform>
            <numerusform>%Ln nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) written to %2</source>
        <translation>
            <numerusform>%Ln ticket escrito en %2</numerusform>
            <numerusform>%Ln tickets escritos en %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumbersView</name>
    <message>
        <source>Numbers of the plot</source>
        <translation>Cifras del gráfico</translation>
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
        <translation>Lo que dice ahora</translation>
    </message>
    <message>
        <source>Use this instead</source>
        <translation>Usar esto</translation>
    </message>
    <message>
        <source>It says now:</source>
        <translation>Ahora dice:</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nada)</translation>
    </message>
</context>
<context>
    <name>OwnNews</name>
    <message>
        <source>Read the answer</source>
        <translation>Leer la respuesta</translation>
    </message>
    <message>
        <source>Put this line away</source>
        <translation>Ocultar esta línea</translation>
    </message>
    <message>
        <source>The helpdesk answered #%1.</source>
        <translation>El servicio de asistencia ha respondido a #%1.</translation>
    </message>
    <message numerus="yes">
        <source>The helpdesk answered #%1 and %Ln more report(s) from here.</source>
        <translation>
            <numerusform>El servicio de asistencia ha respondido a #%1 y a %Ln aviso más de aquí.</numerusform>
            <numerusform>El servicio de asistencia ha respondido a #%1 y a %Ln avisos más de aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>#%1: closed on %2</source>
        <translation>#%1: cerrado el %2</translation>
    </message>
    <message numerus="yes">
        <source>#%1: closed on %2, and %Ln more report(s) from here closed</source>
        <translation>
            <numerusform>#%1: cerrado el %2, y %Ln aviso más de aquí</numerusform>
            <numerusform>#%1: cerrado el %2, y %Ln avisos más de aquí</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodChooser</name>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln día</numerusform>
            <numerusform>%Ln días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hora</numerusform>
            <numerusform>%Ln horas</numerusform>
        </translation>
    </message>
    <message>
        <source>Usual periods</source>
        <translation>Períodos habituales</translation>
    </message>
    <message>
        <source>Length of the period</source>
        <translation>Duración del período</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>Unit of the period</source>
        <translation>Unidad del período</translation>
    </message>
    <message>
        <source>Another period</source>
        <translation>Otro período</translation>
    </message>
</context>
<context>
    <name>PickLine</name>
    <message>
        <source>Show the view again (Esc)</source>
        <translation>Mostrar la vista de nuevo (Esc)</translation>
    </message>
</context>
<context>
    <name>PublicLine</name>
    <message>
        <source>Everybody on campus can read and change this.</source>
        <translation>Todo el campus puede leer y modificar esto.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Report a problem</source>
        <translation>Nuevo aviso</translation>
    </message>
    <message>
        <source>Analyses</source>
        <translation>Análisis</translation>
    </message>
    <message>
        <source>Open and active tickets whose last message is from a simple user</source>
        <translation>Tickets abiertos y en curso cuyo último mensaje no es de la asistencia</translation>
    </message>
    <message>
        <source>Open and active tickets, the oldest first</source>
        <translation>Tickets abiertos y en curso, los más antiguos primero</translation>
    </message>
    <message>
        <source>%1, tickets: %2</source>
        <translation>%1, tickets: %2</translation>
    </message>
    <message>
        <source>%1, unread: %2</source>
        <translation>%1, sin leer: %2</translation>
    </message>
    <message>
        <source>Open and active tickets whose category the server is not sure of</source>
        <translation>Tickets abiertos y en curso de cuya categoría el servidor no está seguro</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>What is the problem?</source>
        <translation>¿Cuál es el problema?</translation>
    </message>
    <message>
        <source>For example: the light flickers</source>
        <translation>Por ejemplo: la luz parpadea</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>¿Dónde?</translation>
    </message>
    <message>
        <source>Building, floor, room</source>
        <translation>Edificio, planta, aula</translation>
    </message>
    <message>
        <source>How can we reach you?</source>
        <translation>¿Cómo podemos contactarle?</translation>
    </message>
    <message>
        <source>Optional; only the helpdesk reads it</source>
        <translation>Opcional; solo lo lee la asistencia</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Enviando…</translation>
    </message>
</context>
<context>
    <name>ReportedCard</name>
    <message>
        <source>Copy number</source>
        <translation>Copiar número</translation>
    </message>
    <message>
        <source>Show the ticket</source>
        <translation>Ver el ticket</translation>
    </message>
    <message>
        <source>Report another problem</source>
        <translation>Comunicar otro problema</translation>
    </message>
    <message>
        <source>Reported. Thank you.</source>
        <translation>Comunicado. ¡Gracias!</translation>
    </message>
    <message>
        <source>This is the number of your ticket. You find it in the list below, and can answer there.</source>
        <translation>Este es el número de su ticket. Lo encontrará en la lista de abajo y allí podrá responder.</translation>
    </message>
    <message>
        <source>Ticket number %1</source>
        <translation>Número de ticket %1</translation>
    </message>
    <message>
        <source>The server&apos;s data was restored from a backup of before your report. Please report it again.</source>
        <translation>Los datos del servidor se restauraron de una copia de seguridad anterior a su aviso. Comuníquelo de nuevo, por favor.</translation>
    </message>
    <message>
        <source>Your report is lost.</source>
        <translation>Su aviso se ha perdido.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>ResolutionCard</name>
    <message>
        <source>%1, preliminary</source>
        <translation>%1, provisional</translation>
    </message>
    <message>
        <source>no ticket opened</source>
        <translation>ningún ticket abierto</translation>
    </message>
    <message>
        <source>median %1 · 90 % within %2</source>
        <translation>mediana %1 · 90&#xa0;% en %2</translation>
    </message>
    <message>
        <source>closed %1 · not closed yet %2</source>
        <translation>cerrados %1 · aún sin cerrar %2</translation>
    </message>
    <message>
        <source>no ticket closed yet</source>
        <translation>aún ningún ticket cerrado</translation>
    </message>
    <message>
        <source>mean %1, of fewer than 5 tickets</source>
        <translation>media %1, de menos de 5 tickets</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>media %1</translation>
    </message>
    <message>
        <source>half of all closed: not reached</source>
        <translation>la mitad de todos cerrada: no alcanzado</translation>
    </message>
    <message>
        <source>half of all closed within %1</source>
        <translation>la mitad de todos cerrada en %1</translation>
    </message>
    <message>
        <source>%1 d %2 %</source>
        <translation>%1&#xa0;d %2&#xa0;%</translation>
    </message>
    <message>
        <source>closed in %1</source>
        <translation>cerrados en %1</translation>
    </message>
</context>
<context>
    <name>ResolutionPanel</name>
    <message>
        <source>All months</source>
        <translation>Todos los meses</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Últimos 12 meses</translation>
    </message>
    <message>
        <source>Last 24 months</source>
        <translation>Últimos 24 meses</translation>
    </message>
    <message>
        <source>Last 60 months</source>
        <translation>Últimos 60 meses</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Todas las categorías</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Meses</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>New months read too short: their slow tickets are not closed yet.</source>
        <translation>Los meses nuevos muestran de menos: sus tickets lentos aún no están cerrados.</translation>
    </message>
    <message>
        <source>New months read too short.</source>
        <translation>Los meses nuevos muestran de menos.</translation>
    </message>
    <message>
        <source>no ticket is closed yet</source>
        <translation>aún no se ha cerrado ningún ticket</translation>
    </message>
    <message>
        <source>months as in %1</source>
        <translation>meses según %1</translation>
    </message>
    <message>
        <source>half closed</source>
        <translation>mitad cerrada</translation>
    </message>
    <message>
        <source>few closed</source>
        <translation>pocos cerrados</translation>
    </message>
    <message>
        <source>minutes on average until closed, %1</source>
        <translation>minutos de media hasta el cierre, %1</translation>
    </message>
    <message>
        <source>hours on average until closed, %1</source>
        <translation>horas de media hasta el cierre, %1</translation>
    </message>
    <message>
        <source>days on average until closed, %1</source>
        <translation>días de media hasta el cierre, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>half of all closed</source>
        <translation>mitad cerrada</translation>
    </message>
    <message>
        <source>preliminary: over 5 % not closed</source>
        <translation>provisional: más del 5&#xa0;% sin cerrar</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>provisional</translation>
    </message>
    <message>
        <source>fewer than 5 closed</source>
        <translation>menos de 5 cerrados</translation>
    </message>
</context>
<context>
    <name>ResolutionPlot</name>
    <message>
        <source>closed</source>
        <translation>cerrados</translation>
    </message>
    <message>
        <source>not closed</source>
        <translation>sin cerrar</translation>
    </message>
    <message>
        <source>Each month has its bar here once a ticket of it is closed.</source>
        <translation>Cada mes tiene aquí su barra en cuanto se cierra un ticket suyo.</translation>
    </message>
</context>
<context>
    <name>RestoreCard</name>
    <message>
        <source>It says now</source>
        <translation>Ahora dice</translation>
    </message>
    <message>
        <source>Earlier text</source>
        <translation>Texto anterior</translation>
    </message>
    <message>
        <source>Restore anyway</source>
        <translation>Restaurar de todos modos</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Put away what is said here</source>
        <translation>Ocultar este mensaje</translation>
    </message>
    <message>
        <source>%1, %2: restoring …</source>
        <translation>%1, %2: restaurando…</translation>
    </message>
    <message>
        <source>%1, %2: restored “%3”</source>
        <translation>%1, %2: se restauró «%3»</translation>
    </message>
    <message>
        <source>%1, %2: somebody changed it meanwhile, so it was not restored.</source>
        <translation>%1, %2: alguien lo cambió mientras tanto, por eso no se restauró.</translation>
    </message>
    <message>
        <source>%1, %2: not restored.</source>
        <translation>%1, %2: no se restauró.</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nada)</translation>
    </message>
</context>
<context>
    <name>RoleCard</name>
    <message>
        <source>%1 (not available)</source>
        <translation>%1 (no disponible)</translation>
    </message>
</context>
<context>
    <name>RolePage</name>
    <message>
        <source>Connecting …</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>Otro servidor</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Comunicar un problema</translation>
    </message>
    <message>
        <source>Simple user</source>
        <translation>Para todo el campus</translation>
    </message>
    <message>
        <source>Tell us what is broken, then follow and answer everything that is open on campus.</source>
        <translation>Díganos qué no funciona y siga y responda todo lo que está pendiente en el campus.</translation>
    </message>
    <message>
        <source>I work at the helpdesk</source>
        <translation>Trabajo en la asistencia</translation>
    </message>
    <message>
        <source>Helpdesk staff</source>
        <translation>Personal de asistencia</translation>
    </message>
    <message>
        <source>See every ticket, take care of it, close it, and watch the analyses move.</source>
        <translation>Vea todos los tickets, atiéndalos, ciérrelos y siga los análisis en directo.</translation>
    </message>
    <message>
        <source>What brings you here?</source>
        <translation>¿Qué le trae por aquí?</translation>
    </message>
    <message>
        <source>Press 1</source>
        <translation>Tecla 1</translation>
    </message>
    <message>
        <source>Press 1 or 2</source>
        <translation>Tecla 1 o 2</translation>
    </message>
</context>
<context>
    <name>SampleBand</name>
    <message>
        <source>Sample data: nobody reads this</source>
        <translation>Datos de ejemplo: nadie lee esto</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search tickets</source>
        <translation>Buscar tickets</translation>
    </message>
    <message>
        <source>Search, or a ticket&apos;s number</source>
        <translation>Texto o número</translation>
    </message>
    <message>
        <source>Searches the texts, places and messages of all tickets</source>
        <translation>Busca en los textos, lugares y mensajes de todos los tickets</translation>
    </message>
    <message>
        <source>End the search (Esc)</source>
        <translation>Terminar la búsqueda (Esc)</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Not searched: %1</source>
        <translation>No se buscó: %1</translation>
    </message>
    <message>
        <source>Enter opens %1</source>
        <translation>Intro abre %1</translation>
    </message>
    <message>
        <source>The newest %1 are shown. More words find older ones.</source>
        <translation>Se muestran los %1 más recientes. Con más palabras se encuentran otros anteriores.</translation>
    </message>
</context>
<context>
    <name>SelectionView</name>
    <message>
        <source>Take those that are open</source>
        <translation>Atender los que están abiertos</translation>
    </message>
    <message>
        <source>Close those that are active; closed is final</source>
        <translation>Cerrar los que están en curso; es definitivo</translation>
    </message>
    <message>
        <source>Take back corrections</source>
        <translation>Retirar las correcciones</translation>
    </message>
    <message>
        <source>Write one message to all of them</source>
        <translation>Escribir un mensaje a todos</translation>
    </message>
    <message>
        <source>Message to all chosen tickets</source>
        <translation>Mensaje a todos los tickets elegidos</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Take back corrections: the server&apos;s own categories stand again</source>
        <translation>Retirar las correcciones: vuelven a valer las categorías del servidor</translation>
    </message>
    <message>
        <source>Set all to %1</source>
        <translation>Fijar todos en %1</translation>
    </message>
    <message>
        <source>Category of all</source>
        <translation>Categoría de todos</translation>
    </message>
    <message>
        <source>%1 tickets selected</source>
        <translation>%1 tickets seleccionados</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>abiertos: %1</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>en curso: %1</translation>
    </message>
    <message>
        <source>%1 being closed</source>
        <translation>%1 cerrándose</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <translation>cerrados: %1</translation>
    </message>
    <message>
        <source>Activate %1</source>
        <translation>Atender %1</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>Cerrar %1</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>Enviar a %1</translation>
    </message>
    <message>
        <source>At most %1 tickets are worked on at once.</source>
        <translation>Como máximo se trabaja en %1 tickets a la vez.</translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message>
        <source>opened %1</source>
        <translation>abiertos: %1</translation>
    </message>
    <message>
        <source>not closed</source>
        <translation>sin cerrar</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>Opened from</source>
        <translation>Abiertos desde</translation>
    </message>
    <message>
        <source>until</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertos</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>active, %1</source>
        <translation>en curso, %1</translation>
    </message>
    <message>
        <source>open, %1</source>
        <translation>abiertos, %1</translation>
    </message>
    <message>
        <source>active, unsure: %1?</source>
        <translation>en curso, dudosos: ¿%1?</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Median age, %1</source>
        <translation>Edad mediana, %1</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Dudosos</translation>
    </message>
    <message>
        <source>Unsure, %</source>
        <translation>Dudosos, %</translation>
    </message>
    <message>
        <source>Month of opening</source>
        <translation>Mes de apertura</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>no alcanzada</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>provisional</translation>
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
        <translation>90&#xa0;% en, %1</translation>
    </message>
    <message>
        <source>Expected median, %1</source>
        <translation>Mediana esperada, %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrados</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>Sin cerrar</translation>
    </message>
    <message>
        <source>Within 1 day, %</source>
        <translation>En 1 día, %</translation>
    </message>
    <message>
        <source>Within 3 days, %</source>
        <translation>En 3 días, %</translation>
    </message>
    <message>
        <source>Within 7 days, %</source>
        <translation>En 7 días, %</translation>
    </message>
    <message>
        <source>Within 30 days, %</source>
        <translation>En 30 días, %</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>más de %1</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>menos de %1</translation>
    </message>
    <message>
        <source>%1–%2 d</source>
        <translation>%1–%2 d</translation>
    </message>
    <message>
        <source>%1–%2 h</source>
        <translation>%1–%2 h</translation>
    </message>
    <message>
        <source>age: %1</source>
        <translation>antigüedad: %1</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>closed, opened in %1</source>
        <translation>cerrados, abiertos en %1</translation>
    </message>
    <message>
        <source>closed, opened in %1, %2</source>
        <translation>cerrados, abiertos en %1, %2</translation>
    </message>
    <message>
        <source>not closed, opened in %1</source>
        <translation>sin cerrar, abiertos en %1</translation>
    </message>
    <message>
        <source>not closed, opened in %1, %2</source>
        <translation>sin cerrar, abiertos en %1, %2</translation>
    </message>
    <message>
        <source>Other categories</source>
        <translation>Otras categorías</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otras</translation>
    </message>
    <message>
        <source>other categories</source>
        <translation>otras categorías</translation>
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
        <translation>Dirección del servidor de tickets</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Where is your helpdesk?</source>
        <translation>¿Dónde está su servicio de asistencia?</translation>
    </message>
    <message>
        <source>Ask your helpdesk for the address of its server: a name, and a port if it has its own.</source>
        <translation>Pida a su servicio de asistencia la dirección de su servidor: un nombre y, si hace falta, un puerto.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>All keys</source>
        <translation>Todas las teclas</translation>
    </message>
    <message>
        <source>Close the sheet</source>
        <translation>Cerrar la lista</translation>
    </message>
</context>
<context>
    <name>SimilarEntry</name>
    <message>
        <source>Similar ticket</source>
        <translation>Ticket similar</translation>
    </message>
</context>
<context>
    <name>SimilarList</name>
    <message>
        <source>Similar</source>
        <translation>Similares</translation>
    </message>
</context>
<context>
    <name>SimilarPanel</name>
    <message>
        <source>Stop writing</source>
        <translation>Dejar de escribir</translation>
    </message>
    <message>
        <source>You are counted, so you need not send this report.</source>
        <translation>Ya se le ha contado: no hace falta enviar este aviso.</translation>
    </message>
</context>
<context>
    <name>SimilarRow</name>
    <message>
        <source>Open it</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Me too</source>
        <translation>Yo también</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Contado</translation>
    </message>
    <message>
        <source>Open it: %1</source>
        <translation>Abrir: %1</translation>
    </message>
    <message>
        <source>Not counted: %1</source>
        <translation>No contado: %1</translation>
    </message>
</context>
<context>
    <name>StaffCommands</name>
    <message>
        <source>Choose the next one too</source>
        <translation>Elegir también el siguiente</translation>
    </message>
    <message>
        <source>Choose the one before too</source>
        <translation>Elegir también el anterior</translation>
    </message>
    <message>
        <source>Choose all in the table</source>
        <translation>Elegir toda la tabla</translation>
    </message>
    <message>
        <source>Next unread ticket</source>
        <translation>Siguiente ticket sin leer</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Atender</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Set to facility management</source>
        <translation>Fijar en edificios e instalaciones</translation>
    </message>
    <message>
        <source>Set to technical IT</source>
        <translation>Fijar en informática</translation>
    </message>
    <message>
        <source>Set to services complaints</source>
        <translation>Fijar en quejas de servicios</translation>
    </message>
    <message>
        <source>Take back the correction</source>
        <translation>Retirar la corrección</translation>
    </message>
    <message>
        <source>Mark unread</source>
        <translation>Marcar como no leído</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>Escribir una nota interna</translation>
    </message>
    <message>
        <source>Answer, then close</source>
        <translation>Responder y cerrar</translation>
    </message>
    <message>
        <source>View %1 of the rail</source>
        <translation>Vista %1 de la barra</translation>
    </message>
    <message>
        <source>A view of the rail</source>
        <translation>Una vista de la barra</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Activate</source>
        <translation>Atender</translation>
    </message>
    <message>
        <source>Undo closing</source>
        <translation>Deshacer el cierre</translation>
    </message>
    <message>
        <source>Leave this ticket active</source>
        <translation>Dejar este ticket en curso</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Take this ticket</source>
        <translation>Atender este ticket</translation>
    </message>
    <message>
        <source>Close this ticket; closed is final</source>
        <translation>Cerrar este ticket; es definitivo</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Answering %1 tickets</source>
        <translation>Respondiendo a %1 tickets</translation>
    </message>
    <message>
        <source>%1 tickets answered.</source>
        <translation>Respuesta enviada a %1 tickets.</translation>
    </message>
    <message>
        <source>%1 answered.</source>
        <translation>Respuesta enviada a %1.</translation>
    </message>
    <message>
        <source>%1 not answered: %2</source>
        <translation>No se respondió a %1: %2</translation>
    </message>
    <message>
        <source>Activating %1 tickets</source>
        <translation>Empezando a atender %1 tickets</translation>
    </message>
    <message>
        <source>%1 tickets activated.</source>
        <translation>%1 tickets en curso.</translation>
    </message>
    <message>
        <source>%1 not activated: %2</source>
        <translation>%1 no se pudo atender: %2</translation>
    </message>
    <message>
        <source>%1 is open: activate it first (%2).</source>
        <translation>%1 está abierto: primero hay que atenderlo (%2).</translation>
    </message>
    <message>
        <source>%1 are open: activate them first (%2).</source>
        <translation>%1 están abiertos: primero hay que atenderlos (%2).</translation>
    </message>
    <message>
        <source>%1 is active already.</source>
        <translation>%1 ya está en curso.</translation>
    </message>
    <message>
        <source>%1 are active already.</source>
        <translation>%1 ya están en curso.</translation>
    </message>
    <message>
        <source>%1 is closed, and closed is final.</source>
        <translation>%1 está cerrado, y es definitivo.</translation>
    </message>
    <message>
        <source>%1 are closed, and closed is final.</source>
        <translation>%1 están cerrados, y es definitivo.</translation>
    </message>
</context>
<context>
    <name>SwitchButton</name>
    <message>
        <source>Delete what you typed and did here from this PC, and show the first page</source>
        <translation>Borrar de este PC lo que escribió e hizo aquí y mostrar la primera página</translation>
    </message>
    <message>
        <source>Leave and delete what you typed?</source>
        <translation>¿Salir y borrar lo escrito?</translation>
    </message>
    <message>
        <source>Switch role</source>
        <translation>Cambiar de función</translation>
    </message>
    <message>
        <source>I am done</source>
        <translation>He terminado</translation>
    </message>
</context>
<context>
    <name>TalkView</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>This PC has no workstation key. Helpdesk staff work at PCs that have one; the operators of Campus Desk give them out.</source>
        <translation>Este PC no tiene clave de puesto. El personal de asistencia trabaja en PC que la tienen; las entregan los operadores de Campus Desk.</translation>
    </message>
    <message>
        <source>This PC has a workstation key that your account may not read. The operators of Campus Desk say which accounts may.</source>
        <translation>Este PC tiene una clave de puesto que su cuenta no puede leer. Los operadores de Campus Desk deciden qué cuentas pueden.</translation>
    </message>
    <message>
        <source>The file for this PC&apos;s workstation key holds no key. The operators of Campus Desk can put a new one there.</source>
        <translation>El archivo de la clave de puesto de este PC no contiene ninguna clave. Los operadores de Campus Desk pueden poner una nueva.</translation>
    </message>
    <message>
        <source>The server does not take this PC&apos;s workstation key: it may have been revoked. The operators of Campus Desk can give this PC a new one.</source>
        <translation>El servidor no acepta la clave de puesto de este PC; puede que se haya revocado. Los operadores de Campus Desk pueden darle una nueva.</translation>
    </message>
    <message>
        <source>This PC shows its workstation key over TLS only, and speaks to this server without. The operators of Campus Desk can name the campus&apos;s CA here.</source>
        <translation>Este PC muestra su clave de puesto solo por TLS y habla con este servidor sin él. Los operadores de Campus Desk pueden indicar aquí la CA del campus.</translation>
    </message>
    <message>
        <source>This PC&apos;s workstation key is not one for helpdesk staff. The operators of Campus Desk can give this PC one that is.</source>
        <translation>La clave de puesto de este PC no es para el personal de asistencia. Los operadores de Campus Desk pueden darle una que lo sea.</translation>
    </message>
    <message>
        <source>This cannot be kept as it is. Remove unusual characters, please.</source>
        <translation>Esto no se puede guardar así. Quite los caracteres inusuales, por favor.</translation>
    </message>
    <message>
        <source>Nothing is written here yet.</source>
        <translation>Aquí todavía no hay nada escrito.</translation>
    </message>
    <message>
        <source>This is longer than {limit} characters. Shorten it, please.</source>
        <translation>Esto tiene más de {limit} caracteres. Acórtelo, por favor.</translation>
    </message>
    <message>
        <source>There is no ticket #{ticket_id}.</source>
        <translation>No existe el ticket #{ticket_id}.</translation>
    </message>
    <message>
        <source>Ticket #{ticket_id} was closed. Only helpdesk staff see closed tickets.</source>
        <translation>El ticket #{ticket_id} se cerró. Los tickets cerrados solo los ve el personal de asistencia.</translation>
    </message>
    <message>
        <source>Ticket #{ticket_id} is closed, and that is final: no edits and no messages any more.</source>
        <translation>El ticket #{ticket_id} está cerrado de forma definitiva: ya no admite cambios ni mensajes.</translation>
    </message>
    <message>
        <source>Ticket #{ticket_id} is {status} by now: this is not possible.</source>
        <translation>El ticket #{ticket_id} ya está {status}: esto no es posible.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. What you typed is kept: compare, then save again.</source>
        <translation>Otra persona lo cambió mientras tanto. Su texto se conserva: compare y guarde de nuevo.</translation>
    </message>
    <message>
        <source>Only helpdesk staff can do this.</source>
        <translation>Esto solo puede hacerlo el personal de asistencia.</translation>
    </message>
    <message>
        <source>The server does not know this role. Switch role and try again.</source>
        <translation>El servidor no conoce esta función. Cambie de función e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The server took this for another request. Copy what you typed and send it anew.</source>
        <translation>El servidor lo tomó por otra solicitud. Copie lo que escribió y envíelo de nuevo.</translation>
    </message>
    <message>
        <source>This is too large to be sent. Shorten it, please.</source>
        <translation>Esto es demasiado grande para enviarlo. Acórtelo, por favor.</translation>
    </message>
    <message>
        <source>This desk was away for long. It reads everything anew.</source>
        <translation>Este programa estuvo mucho tiempo sin conexión. Vuelve a leerlo todo.</translation>
    </message>
    <message>
        <source>The server cannot save anything right now. What you typed is kept: try again in a moment.</source>
        <translation>El servidor no puede guardar nada ahora. Su texto se conserva: inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The server is still reading its data. Try again in a moment.</source>
        <translation>El servidor todavía está leyendo sus datos. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The server is being restarted. What you typed is kept: try again in a moment.</source>
        <translation>El servidor se está reiniciando. Su texto se conserva: inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Something went wrong in the server. What you typed is kept: try again; if it stays, tell the operator.</source>
        <translation>Algo falló en el servidor. Su texto se conserva: inténtelo de nuevo; si sigue igual, avise al operador.</translation>
    </message>
    <message>
        <source>The server does not know this workstation&apos;s key. Its operators can give this PC a new one.</source>
        <translation>El servidor no conoce la clave de este puesto. Sus operadores pueden dar una nueva a este PC.</translation>
    </message>
    <message>
        <source>This PC has no workstation key, so it cannot be used as helpdesk staff.</source>
        <translation>Este PC no tiene clave de puesto, así que el personal de asistencia no puede usarlo.</translation>
    </message>
    <message>
        <source>This was one of very many requests in a short time. Wait a moment and try again, please.</source>
        <translation>Ha habido muchísimas solicitudes en poco tiempo. Espere un momento e inténtelo de nuevo, por favor.</translation>
    </message>
    <message>
        <source>The server has no room for another desk just now. It is tried again by itself.</source>
        <translation>El servidor no tiene sitio ahora para otro programa. Se reintenta automáticamente.</translation>
    </message>
    <message>
        <source>The server does not answer. What you typed is kept: try again when the connection is back.</source>
        <translation>El servidor no responde. Su texto se conserva: inténtelo de nuevo cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid any more, so nothing is sent to it. The operators of Campus Desk can renew it; this desk goes on by itself then.</source>
        <translation>El certificado del servidor ya no es válido, así que no se le envía nada. Los operadores de Campus Desk pueden renovarlo; después todo sigue por sí solo.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet, so nothing is sent to it. Look whether this PC&apos;s clock is right.</source>
        <translation>El certificado del servidor todavía no es válido, así que no se le envía nada. Compruebe si el reloj de este PC está en hora.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not from the CA that this PC trusts, so nothing is sent to it. Tell the operators of Campus Desk.</source>
        <translation>El certificado del servidor no es de la CA en la que confía este PC, así que no se le envía nada. Avise a los operadores de Campus Desk.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name than this PC calls it by, so nothing is sent to it. Tell the operators of Campus Desk.</source>
        <translation>El certificado del servidor es para otro nombre que el que usa este PC, así que no se le envía nada. Avise a los operadores de Campus Desk.</translation>
    </message>
    <message>
        <source>The server cannot save anything right now. Try again in a moment.</source>
        <translation>El servidor no puede guardar nada ahora. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The server is being restarted. Try again in a moment.</source>
        <translation>El servidor se está reiniciando. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Something went wrong in the server. Try again; if it stays, tell the operator.</source>
        <translation>Algo falló en el servidor. Inténtelo de nuevo; si sigue igual, avise al operador.</translation>
    </message>
    <message>
        <source>The server does not answer. Try again when the connection is back.</source>
        <translation>El servidor no responde. Inténtelo de nuevo cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>it is open, and must be activated first.</source>
        <translation>está abierto y primero hay que atenderlo.</translation>
    </message>
    <message>
        <source>somebody else took it already.</source>
        <translation>otra persona ya lo está atendiendo.</translation>
    </message>
    <message>
        <source>somebody else closed it already.</source>
        <translation>otra persona ya lo cerró.</translation>
    </message>
    <message>
        <source>it does not exist.</source>
        <translation>no existe.</translation>
    </message>
    <message>
        <source>somebody else changed its category meanwhile.</source>
        <translation>otra persona cambió su categoría mientras tanto.</translation>
    </message>
    <message>
        <source>the server does not answer.</source>
        <translation>el servidor no responde.</translation>
    </message>
    <message>
        <source>the server is being restarted.</source>
        <translation>el servidor se está reiniciando.</translation>
    </message>
    <message>
        <source>the server is still reading its data.</source>
        <translation>el servidor todavía está leyendo sus datos.</translation>
    </message>
    <message>
        <source>the server cannot save anything right now.</source>
        <translation>el servidor no puede guardar nada ahora.</translation>
    </message>
    <message>
        <source>something went wrong in the server.</source>
        <translation>algo falló en el servidor.</translation>
    </message>
    <message>
        <source>No server can be trusted: {path} cannot be read: {reason}.</source>
        <translation>No se puede confiar en ningún servidor: no se puede leer {path}: {reason}.</translation>
    </message>
    <message>
        <source>No server can be trusted: {path} holds no certificates (PEM).</source>
        <translation>No se puede confiar en ningún servidor: {path} no contiene certificados (PEM).</translation>
    </message>
    <message>
        <source>“{typed}” is no server address. Write it like desk.example or desk.example:47600.</source>
        <translation>«{typed}» no es una dirección de servidor. Escríbala como desk.example o desk.example:47600.</translation>
    </message>
    <message>
        <source>there is no room left on the disk.</source>
        <translation>no queda espacio en el disco.</translation>
    </message>
    <message>
        <source>you may not write there, or another program has the file open.</source>
        <translation>no tiene permiso para escribir allí u otro programa tiene abierto el archivo.</translation>
    </message>
    <message>
        <source>the folder is not there any more.</source>
        <translation>la carpeta ya no existe.</translation>
    </message>
    <message>
        <source>the disk does not take it.</source>
        <translation>el disco no lo acepta.</translation>
    </message>
    <message>
        <source>The server did not confirm what was sent last. Look whether it arrived.</source>
        <translation>El servidor no confirmó lo último que se envió. Compruebe si ha llegado.</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Análisis</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario/a</translation>
    </message>
    <message>
        <source>Helpdesk</source>
        <translation>Asistencia</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>active</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Edificios</translation>
    </message>
    <message>
        <source>IT</source>
        <translation>TI</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Facility management</source>
        <translation>Edificios e instalaciones</translation>
    </message>
    <message>
        <source>Technical IT</source>
        <translation>Informática</translation>
    </message>
    <message>
        <source>Services complaints</source>
        <translation>Quejas de servicios</translation>
    </message>
    <message>
        <source>facility management</source>
        <translation>edificios e instalaciones</translation>
    </message>
    <message>
        <source>technical IT</source>
        <translation>informática</translation>
    </message>
    <message>
        <source>services complaints</source>
        <translation>quejas de servicios</translation>
    </message>
    <message>
        <source>almost certainly {category}</source>
        <translation>casi seguro: {category}</translation>
    </message>
    <message>
        <source>probably {category}</source>
        <translation>probablemente {category}</translation>
    </message>
    <message>
        <source>not sure yet</source>
        <translation>aún no es seguro</translation>
    </message>
    <message>
        <source>Probably {category}</source>
        <translation>Probablemente {category}</translation>
    </message>
    <message>
        <source>Not sure: {category}?</source>
        <translation>No es seguro: ¿{category}?</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>lo mismo</translation>
    </message>
    <message>
        <source>probably the same</source>
        <translation>probablemente lo mismo</translation>
    </message>
    <message>
        <source>perhaps the same</source>
        <translation>quizá lo mismo</translation>
    </message>
    <message>
        <source>set automatically</source>
        <translation>fijada automáticamente</translation>
    </message>
    <message>
        <source>set by the helpdesk</source>
        <translation>fijada por la asistencia</translation>
    </message>
    <message>
        <source>reported it</source>
        <translation>lo comunicó</translation>
    </message>
    <message>
        <source>edited it</source>
        <translation>lo modificó</translation>
    </message>
    <message>
        <source>activated it</source>
        <translation>empezó a atenderlo</translation>
    </message>
    <message>
        <source>closed it</source>
        <translation>lo cerró</translation>
    </message>
    <message>
        <source>wrote a message</source>
        <translation>escribió un mensaje</translation>
    </message>
    <message>
        <source>erased its texts</source>
        <translation>borró sus textos</translation>
    </message>
    <message>
        <source>set its category anew</source>
        <translation>volvió a fijar la categoría</translation>
    </message>
    <message>
        <source>has this problem too</source>
        <translation>también tiene este problema</translation>
    </message>
    <message>
        <source>wrote an internal note</source>
        <translation>escribió una nota interna</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problema</translation>
    </message>
    <message>
        <source>location</source>
        <translation>lugar</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contacto</translation>
    </message>
    <message>
        <source>category</source>
        <translation>categoría</translation>
    </message>
    <message>
        <source>message</source>
        <translation>mensaje</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Pendientes</translation>
    </message>
    <message>
        <source>Resolution time</source>
        <translation>Tiempo de resolución</translation>
    </message>
    <message>
        <source>Category load</source>
        <translation>Carga por categoría</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln día</numerusform>
            <numerusform>%Ln días</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased by an operator</source>
        <translation>Borrado por un operador</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Nota interna</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>Sin conexión desde las {time}</translation>
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
        <translation>Sin acceso desde las {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>ayer {time}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
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
        <translation>No se puede leer {path}: {reason}</translation>
    </message>
    <message>
        <source>{path} is no TOML in UTF-8: {reason}</source>
        <translation>{path} no es TOML en UTF-8: {reason}</translation>
    </message>
    <message>
        <source>{name} in {path} has to be true or false</source>
        <translation>{name} en {path} tiene que ser true o false</translation>
    </message>
    <message>
        <source>{path} has settings that nobody knows: {names}</source>
        <translation>{path} tiene ajustes que nadie conoce: {names}</translation>
    </message>
    <message>
        <source>{path} may hold texts only, and no empty ones</source>
        <translation>{path} solo puede contener textos, y ninguno vacío</translation>
    </message>
    <message>
        <source>{name} in {path} has to be one line of at most {limit} characters</source>
        <translation>{name} en {path} tiene que ser una línea de {limit} caracteres como máximo</translation>
    </message>
    <message>
        <source>{name} in {path} has to be a server address like desk.example or desk.example:47600</source>
        <translation>{name} en {path} tiene que ser una dirección de servidor como desk.example o desk.example:47600</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Only what fits into %1 characters was pasted.</source>
        <translation>Solo se ha pegado lo que cabe en %1 caracteres.</translation>
    </message>
    <message>
        <source>Please write something first.</source>
        <translation>Escriba algo primero, por favor.</translation>
    </message>
    <message numerus="yes">
        <source>This is %Ln character(s) too long.</source>
        <translation>
            <numerusform>Sobra %Ln carácter.</numerusform>
            <numerusform>Sobran %Ln caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>This text holds characters that cannot be kept.</source>
        <translation>Este texto contiene caracteres que no se pueden guardar.</translation>
    </message>
</context>
<context>
    <name>ThemeMenu</name>
    <message>
        <source>System look</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Look: %1</source>
        <translation>Aspecto: %1</translation>
    </message>
</context>
<context>
    <name>TicketDelegate</name>
    <message>
        <source>closing</source>
        <translation>cerrando</translation>
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
        <translation>Copiar número</translation>
    </message>
    <message>
        <source>Edit text and place</source>
        <translation>Editar texto y lugar</translation>
    </message>
</context>
<context>
    <name>TicketList</name>
    <message>
        <source>Open and active now</source>
        <translation>Abiertos y en curso</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Todos los tickets</translation>
    </message>
    <message>
        <source>No ticket in this view passes the filters:</source>
        <translation>Ningún ticket de esta vista pasa los filtros:</translation>
    </message>
    <message>
        <source>Nothing is open on campus. Is something broken? Tell us above.</source>
        <translation>No hay nada pendiente en el campus. ¿Algo no funciona? Díganoslo arriba.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrados</translation>
    </message>
    <message>
        <source>Columns and panels</source>
        <translation>Columnas y paneles</translation>
    </message>
    <message>
        <source>from this PC first</source>
        <translation>primero los de este PC</translation>
    </message>
    <message>
        <source>sorted by %1</source>
        <translation>orden: %1</translation>
    </message>
    <message>
        <source>From the analysis</source>
        <translation>Del análisis</translation>
    </message>
    <message>
        <source>Set the category by its key: %1</source>
        <translation>Fije la categoría con su tecla: %1</translation>
    </message>
    <message>
        <source>Texts are searched, not sorted. Sort by any other column.</source>
        <translation>Los textos se buscan, no se ordenan. Ordene por otra columna.</translation>
    </message>
    <message>
        <source>There are no such tickets any more.</source>
        <translation>Ya no hay tickets así.</translation>
    </message>
    <message>
        <source>Nothing was found that passes the filters:</source>
        <translation>No se encontró nada que pase los filtros:</translation>
    </message>
    <message>
        <source>No open or active ticket has all of these words. Fewer letters find more.</source>
        <translation>Ningún ticket abierto o en curso contiene todas estas palabras. Con menos letras se encuentra más.</translation>
    </message>
    <message>
        <source>No ticket has all of these words in its text, place or messages. Fewer letters find more.</source>
        <translation>Ningún ticket contiene todas estas palabras en su texto, lugar o mensajes. Con menos letras se encuentra más.</translation>
    </message>
    <message>
        <source>Nothing is shown at a PC that is not let in as helpdesk staff.</source>
        <translation>En un PC sin acceso de asistencia no se muestra nada.</translation>
    </message>
    <message>
        <source>The tickets appear here as soon as the server&apos;s certificate is valid.</source>
        <translation>Los tickets aparecerán aquí en cuanto el certificado del servidor sea válido.</translation>
    </message>
    <message>
        <source>The tickets appear here as soon as the server answers.</source>
        <translation>Los tickets aparecerán aquí en cuanto responda el servidor.</translation>
    </message>
</context>
<context>
    <name>TicketTable</name>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Last modified</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Atendido por</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Me too</source>
        <translation>Yo también</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>Atendido</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Último mensaje</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corregida</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>%1, unread</source>
        <translation>%1, sin leer</translation>
    </message>
</context>
<context>
    <name>TicketView</name>
    <message>
        <source>What is the problem</source>
        <translation>Cuál es el problema</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>How to reach the reporter</source>
        <translation>Contacto de quien lo comunicó</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Comunicado</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Atendido por</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Choose a ticket to read it here.</source>
        <translation>Elija un ticket para leerlo aquí.</translation>
    </message>
    <message>
        <source>Show what is similar</source>
        <translation>Ver lo similar</translation>
    </message>
    <message>
        <source>An operator erased what was written here. When it happened and who did what stays.</source>
        <translation>Un operador borró lo que se escribió aquí. Queda cuándo ocurrió y quién hizo qué.</translation>
    </message>
    <message>
        <source>This ticket is closed, so it cannot be changed any more.</source>
        <translation>Este ticket está cerrado y ya no se puede cambiar.</translation>
    </message>
    <message>
        <source>Ticket %1 appears here as soon as the server answers.</source>
        <translation>El ticket %1 aparecerá aquí en cuanto responda el servidor.</translation>
    </message>
    <message>
        <source>What you wrote was not saved. You can still copy it.</source>
        <translation>Lo que escribió no se guardó. Todavía puede copiarlo.</translation>
    </message>
    <message>
        <source>reported %1 at %2</source>
        <translation>comunicado %1 en %2</translation>
    </message>
    <message>
        <source>taken %1 by %2</source>
        <translation>atendido %1 por %2</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>cerrado %1</translation>
    </message>
    <message>
        <source>last change %1</source>
        <translation>último cambio %1</translation>
    </message>
    <message>
        <source>category %1</source>
        <translation>categoría %1</translation>
    </message>
    <message>
        <source>Show what is similar: %1</source>
        <translation>Ver lo similar: %1</translation>
    </message>
</context>
<context>
    <name>UnreadTickets</name>
    <message>
        <source>Go to the next unread ticket (N)</source>
        <translation>Ir al siguiente ticket sin leer (N)</translation>
    </message>
    <message>
        <source>Nothing is unread.</source>
        <translation>No hay nada sin leer.</translation>
    </message>
    <message>
        <source>%1 is unread, and not in this list. Unread outside it: %2</source>
        <translation>%1 está sin leer y no está en esta lista. Sin leer fuera de ella: %2</translation>
    </message>
    <message>
        <source>(%1) Campus Desk</source>
        <translation>(%1) Campus Desk</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 sin leer</translation>
    </message>
    <message>
        <source>Go to the next unread ticket, unread: %1</source>
        <translation>Ir al siguiente ticket sin leer, sin leer: %1</translation>
    </message>
</context>
<context>
    <name>Unsent</name>
    <message>
        <source>Written and not sent: show it</source>
        <translation>Escrito y sin enviar: mostrar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsent</source>
        <translation>
            <numerusform>%Ln sin enviar</numerusform>
            <numerusform>%Ln sin enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: show what was written and not sent</source>
        <translation>%1: mostrar lo escrito y sin enviar</translation>
    </message>
</context>
<context>
    <name>UnsentList</name>
    <message>
        <source>Written and not sent</source>
        <translation>Escrito y sin enviar</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsentRow</name>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Edit of %1</source>
        <translation>Cambio en %1</translation>
    </message>
    <message>
        <source>Message under %1</source>
        <translation>Mensaje en %1</translation>
    </message>
    <message>
        <source>Internal note under %1</source>
        <translation>Nota interna en %1</translation>
    </message>
    <message>
        <source>Message to several tickets</source>
        <translation>Mensaje a varios tickets</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
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
        <translation>Nuevos</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Waiting for us</source>
        <translation>Nos esperan</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Más antiguos</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Cerrados hoy</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>longest waiting first</source>
        <translation>los que más esperan primero</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>los más antiguos primero</translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation>los menos seguros primero</translation>
    </message>
    <message>
        <source>Nothing new: every ticket was taken. Go on with In work.</source>
        <translation>Nada nuevo: todos los tickets están atendidos. Siga con «En curso».</translation>
    </message>
    <message>
        <source>Nobody works on a ticket. Choose New, and activate one of what was reported.</source>
        <translation>Nadie atiende ningún ticket. Elija «Nuevos» y empiece a atender uno.</translation>
    </message>
    <message>
        <source>Nobody waits for an answer: the last word in every conversation is the helpdesk&apos;s.</source>
        <translation>Nadie espera respuesta: la última palabra de cada conversación es de la asistencia.</translation>
    </message>
    <message>
        <source>Nothing is left to do: every ticket is closed.</source>
        <translation>No queda nada por hacer: todos los tickets están cerrados.</translation>
    </message>
    <message>
        <source>Nothing to check: the server is sure enough of every open and active ticket&apos;s category.</source>
        <translation>Nada que revisar: el servidor está bastante seguro de la categoría de todos los tickets abiertos y en curso.</translation>
    </message>
    <message>
        <source>Nothing was closed today yet. What is closed earlier stands in All.</source>
        <translation>Hoy todavía no se ha cerrado nada. Lo cerrado antes está en «Todos».</translation>
    </message>
    <message>
        <source>No tickets yet. They appear here the moment somebody reports a problem.</source>
        <translation>Todavía no hay tickets. Aparecerán aquí en cuanto alguien comunique un problema.</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>What is being done</source>
        <translation>Lo que se está haciendo</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Put this line away</source>
        <translation>Ocultar esta línea</translation>
    </message>
</context>
</TS>
