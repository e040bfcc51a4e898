<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BacklogWords</name>
    <message numerus="yes">
        <source>opened in the last %Ln hour(s) and not yet closed</source>
        <translation>
            <numerusform>opened in the last %Ln hour and not yet closed</numerusform>
            <numerusform>opened in the last %Ln hours and not yet closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>opened in the last %Ln day(s) and not yet closed</source>
        <translation>
            <numerusform>opened in the last %Ln day and not yet closed</numerusform>
            <numerusform>opened in the last %Ln days and not yet closed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%Ln new ticket(s)</source>
        <translation>
            <numerusform>%Ln new ticket</numerusform>
            <numerusform>%Ln new tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new message(s)</source>
        <translation>
            <numerusform>%Ln new message</numerusform>
            <numerusform>%Ln new messages</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%Ln closed ticket(s)</source>
        <translation>
            <numerusform>%Ln closed ticket</numerusform>
            <numerusform>%Ln closed tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) too long</source>
        <translation>
            <numerusform>%Ln character too long</numerusform>
            <numerusform>%Ln characters too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) already reported this: %2</source>
        <translation>
            <numerusform>%Ln person already reported this: %2</numerusform>
            <numerusform>%Ln people already reported this: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln similar</source>
        <translation>
            <numerusform>%Ln similar</numerusform>
            <numerusform>%Ln similar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more have this too</source>
        <translation>
            <numerusform>%Ln more has this too</numerusform>
            <numerusform>%Ln more have this too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new message(s)</source>
        <translation>
            <numerusform>%Ln new message</numerusform>
            <numerusform>%Ln new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new entry(s)</source>
        <translation>
            <numerusform>%Ln new entry</numerusform>
            <numerusform>%Ln new entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) written to %2</source>
        <translation>
            <numerusform>%Ln ticket written to %2</numerusform>
            <numerusform>%Ln tickets written to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnNews</name>
    <message numerus="yes">
        <source>The helpdesk answered #%1 and %Ln more report(s) from here.</source>
        <translation>
            <numerusform>The helpdesk answered #%1 and %Ln more report from here.</numerusform>
            <numerusform>The helpdesk answered #%1 and %Ln more reports from here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>#%1: closed on %2, and %Ln more report(s) from here closed</source>
        <translation>
            <numerusform>#%1: closed on %2, and %Ln more report from here closed</numerusform>
            <numerusform>#%1: closed on %2, and %Ln more reports from here closed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodChooser</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message numerus="yes">
        <source>This is %Ln character(s) too long.</source>
        <translation>
            <numerusform>This is %Ln character too long.</numerusform>
            <numerusform>This is %Ln characters too long.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Unsent</name>
    <message numerus="yes">
        <source>%Ln unsent</source>
        <translation>
            <numerusform>%Ln unsent</numerusform>
            <numerusform>%Ln unsent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsentList</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
</TS>
