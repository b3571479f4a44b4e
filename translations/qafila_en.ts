<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
<name>Commands</name>
<message numerus="yes"><source>%n receipts were written to {path}</source><translation><numerusform>%n receipt was written to {path}</numerusform><numerusform>%n receipts were written to {path}</numerusform></translation></message>
<message numerus="yes"><source>%n rows were written to {path}</source><translation><numerusform>%n row was written to {path}</numerusform><numerusform>%n rows were written to {path}</numerusform></translation></message>
</context>
</TS>
