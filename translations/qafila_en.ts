<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
<name>Answer</name>
<message numerus="yes"><source>Once in %n days per household</source><translation><numerusform>Once a day per household</numerusform><numerusform>Once in %n days per household</numerusform></translation></message>
<message numerus="yes"><source>Once in %n days per person</source><translation><numerusform>Once a day per person</numerusform><numerusform>Once in %n days per person</numerusform></translation></message>
<message numerus="yes"><source>Only for households of %n people or more</source><translation><numerusform>Only for households of %n person or more</numerusform><numerusform>Only for households of %n people or more</numerusform></translation></message>
<message numerus="yes"><source>Only for households of up to %n people</source><translation><numerusform>Only for households of %n person</numerusform><numerusform>Only for households of up to %n people</numerusform></translation></message>
<message numerus="yes"><source>Up to %n times per household</source><translation><numerusform>Up to %n time per household</numerusform><numerusform>Up to %n times per household</numerusform></translation></message>
<message numerus="yes"><source>Up to %n times per person</source><translation><numerusform>Up to %n time per person</numerusform><numerusform>Up to %n times per person</numerusform></translation></message>
</context>
<context>
<name>Cards</name>
<message numerus="yes"><source>%n cards</source><translation><numerusform>%n card</numerusform><numerusform>%n cards</numerusform></translation></message>
<message numerus="yes"><source>%n cards are in {file}</source><translation><numerusform>%n card is in {file}</numerusform><numerusform>%n cards are in {file}</numerusform></translation></message>
</context>
<context>
<name>Closing</name>
<message numerus="yes"><source>%n parked cases still wait for a supervisor.</source><translation><numerusform>%n parked case still waits for a supervisor.</numerusform><numerusform>%n parked cases still wait for a supervisor.</numerusform></translation></message>
<message numerus="yes"><source>%n receipts were not printed.</source><translation><numerusform>%n receipt was not printed.</numerusform><numerusform>%n receipts were not printed.</numerusform></translation></message>
</context>
<context>
<name>Commands</name>
<message numerus="yes"><source>%n changes were checked.</source><translation><numerusform>%n change was checked.</numerusform><numerusform>%n changes were checked.</numerusform></translation></message>
<message numerus="yes"><source>%n changes were written: {path}</source><translation><numerusform>%n change was written: {path}</numerusform><numerusform>%n changes were written: {path}</numerusform></translation></message>
<message numerus="yes"><source>%n codes are not of Qafila</source><translation><numerusform>%n code is not of Qafila</numerusform><numerusform>%n codes are not of Qafila</numerusform></translation></message>
<message numerus="yes"><source>%n hand-overs stay, without a name</source><translation><numerusform>%n hand-over stays, without a name</numerusform><numerusform>%n hand-overs stay, without a name</numerusform></translation></message>
<message numerus="yes"><source>%n pairs are almost certainly one person</source><translation><numerusform>%n pair is almost certainly one person</numerusform><numerusform>%n pairs are almost certainly one person</numerusform></translation></message>
<message numerus="yes"><source>%n pairs are to be looked at</source><translation><numerusform>%n pair is to be looked at</numerusform><numerusform>%n pairs are to be looked at</numerusform></translation></message>
<message numerus="yes"><source>%n pairs were written to {path}</source><translation><numerusform>%n pair was written to {path}</numerusform><numerusform>%n pairs were written to {path}</numerusform></translation></message>
<message numerus="yes"><source>%n people</source><translation><numerusform>%n person</numerusform><numerusform>%n people</numerusform></translation></message>
<message numerus="yes"><source>%n receipts were written to {path}</source><translation><numerusform>%n receipt was written to {path}</numerusform><numerusform>%n receipts were written to {path}</numerusform></translation></message>
<message numerus="yes"><source>%n records were rebuilt; the backup from before: {path}</source><translation><numerusform>%n record was rebuilt; the backup from before: {path}</numerusform><numerusform>%n records were rebuilt; the backup from before: {path}</numerusform></translation></message>
<message numerus="yes"><source>%n rows were read.</source><translation><numerusform>%n row was read.</numerusform><numerusform>%n rows were read.</numerusform></translation></message>
<message numerus="yes"><source>%n rows were written to {path}</source><translation><numerusform>%n row was written to {path}</numerusform><numerusform>%n rows were written to {path}</numerusform></translation></message>
<message numerus="yes"><source>A demonstration of %n families is ready: {path}</source><translation><numerusform>A demonstration of %n family is ready: {path}</numerusform><numerusform>A demonstration of %n families is ready: {path}</numerusform></translation></message>
<message numerus="yes"><source>A note of %n hand-overs was written: {path}</source><translation><numerusform>A note of %n hand-over was written: {path}</numerusform><numerusform>A note of %n hand-overs was written: {path}</numerusform></translation></message>
<message numerus="yes"><source>Digests of %n people were written to {path}</source><translation><numerusform>The digests of %n person were written to {path}</numerusform><numerusform>Digests of %n people were written to {path}</numerusform></translation></message>
<message numerus="yes"><source>The public keys of %n laptops were written to {path}</source><translation><numerusform>The public key of %n laptop was written to {path}</numerusform><numerusform>The public keys of %n laptops were written to {path}</numerusform></translation></message>
<message numerus="yes"><source>{title}: %n rows were written to {path}</source><translation><numerusform>{title}: %n row was written to {path}</numerusform><numerusform>{title}: %n rows were written to {path}</numerusform></translation></message>
</context>
<context>
<name>Convoys</name>
<message numerus="yes"><source>%n families</source><translation><numerusform>%n family</numerusform><numerusform>%n families</numerusform></translation></message>
<message numerus="yes"><source>%n hand-overs</source><translation><numerusform>%n hand-over</numerusform><numerusform>%n hand-overs</numerusform></translation></message>
<message numerus="yes"><source>{names} and %n more</source><translation><numerusform>{names} and %n more</numerusform><numerusform>{names} and %n more</numerusform></translation></message>
</context>
<context>
<name>Desk</name>
<message numerus="yes"><source>%n cases parked</source><translation><numerusform>%n case parked</numerusform><numerusform>%n cases parked</numerusform></translation></message>
<message numerus="yes"><source>%n families served</source><translation><numerusform>%n family served</numerusform><numerusform>%n families served</numerusform></translation></message>
<message numerus="yes"><source>%n people</source><translation><numerusform>%n person</numerusform><numerusform>%n people</numerusform></translation></message>
<message numerus="yes"><source>%n years</source><translation><numerusform>%n year</numerusform><numerusform>%n years</numerusform></translation></message>
<message numerus="yes"><source>and %n more</source><translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation></message>
<message numerus="yes"><source>{said}. This proxy has now collected for %n families: tell the supervisor.</source><translation><numerusform>{said}. This proxy has now collected for %n family: tell the supervisor.</numerusform><numerusform>{said}. This proxy has now collected for %n families: tell the supervisor.</numerusform></translation></message>
</context>
<context>
<name>DeskSlip</name>
<message numerus="yes"><source>%n parked cases still wait for a supervisor.</source><translation><numerusform>%n parked case still waits for a supervisor.</numerusform><numerusform>%n parked cases still wait for a supervisor.</numerusform></translation></message>
<message numerus="yes"><source>%n receipts were not printed.</source><translation><numerusform>%n receipt was not printed.</numerusform><numerusform>%n receipts were not printed.</numerusform></translation></message>
</context>
<context>
<name>Desks</name>
<message numerus="yes"><source>%n households</source><translation><numerusform>%n household</numerusform><numerusform>%n households</numerusform></translation></message>
<message numerus="yes"><source>%n households are of no desk, and no desk takes walk-ins: any desk serves them.</source><translation><numerusform>%n household is of no desk, and no desk takes walk-ins: any desk serves it.</numerusform><numerusform>%n households are of no desk, and no desk takes walk-ins: any desk serves them.</numerusform></translation></message>
</context>
<context>
<name>Erase</name>
<message numerus="yes"><source>%n collectors who came for nobody else</source><translation><numerusform>%n collector who came for nobody else</numerusform><numerusform>%n collectors who came for nobody else</numerusform></translation></message>
<message numerus="yes"><source>%n hand-overs stay without a name, so that stock and counts stay right.</source><translation><numerusform>%n hand-over stays without a name, so that stock and counts stay right.</numerusform><numerusform>%n hand-overs stay without a name, so that stock and counts stay right.</numerusform></translation></message>
<message numerus="yes"><source>%n parked cases</source><translation><numerusform>%n parked case</numerusform><numerusform>%n parked cases</numerusform></translation></message>
<message numerus="yes"><source>%n people, with everything ever written about them</source><translation><numerusform>%n person, with everything ever written about them</numerusform><numerusform>%n people, with everything ever written about them</numerusform></translation></message>
</context>
<context>
<name>Import</name>
<message numerus="yes"><source>%n new rows</source><translation><numerusform>%n new row</numerusform><numerusform>%n new rows</numerusform></translation></message>
<message numerus="yes"><source>%n refused rows</source><translation><numerusform>%n refused row</numerusform><numerusform>%n refused rows</numerusform></translation></message>
<message numerus="yes"><source>%n remarks to look at</source><translation><numerusform>%n remark to look at</numerusform><numerusform>%n remarks to look at</numerusform></translation></message>
<message numerus="yes"><source>%n rows on file already</source><translation><numerusform>%n row on file already</numerusform><numerusform>%n rows on file already</numerusform></translation></message>
<message numerus="yes"><source>%n rows were taken in.</source><translation><numerusform>%n row was taken in.</numerusform><numerusform>%n rows were taken in.</numerusform></translation></message>
<message numerus="yes"><source>Take in %n rows</source><translation><numerusform>Take in %n row</numerusform><numerusform>Take in %n rows</numerusform></translation></message>
</context>
<context>
<name>Laptops</name>
<message numerus="yes"><source>up to {number}, %n missing before it</source><translation><numerusform>up to {number}, %n missing before it</numerusform><numerusform>up to {number}, %n missing before it</numerusform></translation></message>
</context>
<context>
<name>Merge</name>
<message numerus="yes"><source>%n cases of double aid</source><translation><numerusform>%n case of double aid</numerusform><numerusform>%n cases of double aid</numerusform></translation></message>
<message numerus="yes"><source>%n changes</source><translation><numerusform>%n change</numerusform><numerusform>%n changes</numerusform></translation></message>
<message numerus="yes"><source>%n changes in quarantine</source><translation><numerusform>%n change in quarantine</numerusform><numerusform>%n changes in quarantine</numerusform></translation></message>
<message numerus="yes"><source>%n changes wait for a supervisor.</source><translation><numerusform>%n change waits for a supervisor.</numerusform><numerusform>%n changes wait for a supervisor.</numerusform></translation></message>
<message numerus="yes"><source>%n changes wait for others that they build on.</source><translation><numerusform>%n change waits for another that it builds on.</numerusform><numerusform>%n changes wait for others that they build on.</numerusform></translation></message>
<message numerus="yes"><source>%n changes were merged.</source><translation><numerusform>%n change was merged.</numerusform><numerusform>%n changes were merged.</numerusform></translation></message>
<message numerus="yes"><source>%n changes were written and read back.</source><translation><numerusform>%n change was written and read back.</numerusform><numerusform>%n changes were written and read back.</numerusform></translation></message>
<message numerus="yes"><source>%n changes, read back</source><translation><numerusform>%n change, read back</numerusform><numerusform>%n changes, read back</numerusform></translation></message>
<message numerus="yes"><source>%n conflicts</source><translation><numerusform>%n conflict</numerusform><numerusform>%n conflicts</numerusform></translation></message>
<message numerus="yes"><source>%n files</source><translation><numerusform>%n file</numerusform><numerusform>%n files</numerusform></translation></message>
<message numerus="yes"><source>%n likely duplicates</source><translation><numerusform>%n likely duplicate</numerusform><numerusform>%n likely duplicates</numerusform></translation></message>
<message numerus="yes"><source>%n stock differences</source><translation><numerusform>%n stock difference</numerusform><numerusform>%n stock differences</numerusform></translation></message>
<message numerus="yes"><source>%n updates were written and read back.</source><translation><numerusform>%n update was written and read back.</numerusform><numerusform>%n updates were written and read back.</numerusform></translation></message>
<message numerus="yes"><source>Merge %n changes</source><translation><numerusform>Merge %n change</numerusform><numerusform>Merge %n changes</numerusform></translation></message>
<message numerus="yes"><source>Write %n updates</source><translation><numerusform>Write %n update</numerusform><numerusform>Write %n updates</numerusform></translation></message>
</context>
<context>
<name>Neighbours</name>
<message numerus="yes"><source>%n new lines</source><translation><numerusform>%n new line</numerusform><numerusform>%n new lines</numerusform></translation></message>
<message numerus="yes"><source>%n notes of other desks read</source><translation><numerusform>%n note of another desk read</numerusform><numerusform>%n notes of other desks read</numerusform></translation></message>
</context>
<context>
<name>Paper</name>
<message numerus="yes"><source>%n slips were typed in on two laptops.</source><translation><numerusform>%n slip was typed in on two laptops.</numerusform><numerusform>%n slips were typed in on two laptops.</numerusform></translation></message>
</context>
<context>
<name>People</name>
<message numerus="yes"><source>%n earlier changes</source><translation><numerusform>%n earlier change</numerusform><numerusform>%n earlier changes</numerusform></translation></message>
<message numerus="yes"><source>%n households</source><translation><numerusform>%n household</numerusform><numerusform>%n households</numerusform></translation></message>
<message numerus="yes"><source>%n people</source><translation><numerusform>%n person</numerusform><numerusform>%n people</numerusform></translation></message>
<message numerus="yes"><source>%n so far …</source><translation><numerusform>%n so far …</numerusform><numerusform>%n so far …</numerusform></translation></message>
</context>
<context>
<name>Quarantine</name>
<message numerus="yes"><source>%n changes</source><translation><numerusform>%n change</numerusform><numerusform>%n changes</numerusform></translation></message>
<message numerus="yes"><source>%n changes count now.</source><translation><numerusform>%n change counts now.</numerusform><numerusform>%n changes count now.</numerusform></translation></message>
<message numerus="yes"><source>%n changes were left; they can be released any time.</source><translation><numerusform>%n change was left; it can be released any time.</numerusform><numerusform>%n changes were left; they can be released any time.</numerusform></translation></message>
<message numerus="yes"><source>Release %n changes</source><translation><numerusform>Release %n change</numerusform><numerusform>Release %n changes</numerusform></translation></message>
<message numerus="yes"><source>and %n more</source><translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation></message>
</context>
<context>
<name>Receipts</name>
<message numerus="yes"><source>%n hand-overs</source><translation><numerusform>%n hand-over</numerusform><numerusform>%n hand-overs</numerusform></translation></message>
<message numerus="yes"><source>%n receipts as PDF</source><translation><numerusform>%n receipt as PDF</numerusform><numerusform>%n receipts as PDF</numerusform></translation></message>
<message numerus="yes"><source>%n receipts printed</source><translation><numerusform>%n receipt printed</numerusform><numerusform>%n receipts printed</numerusform></translation></message>
<message numerus="yes"><source>%n receipts wait to be printed.</source><translation><numerusform>%n receipt waits to be printed.</numerusform><numerusform>%n receipts wait to be printed.</numerusform></translation></message>
<message numerus="yes"><source>Print %n receipts</source><translation><numerusform>Print %n receipt</numerusform><numerusform>Print %n receipts</numerusform></translation></message>
</context>
<context>
<name>Recover</name>
<message numerus="yes"><source>%n are false, or of a laptop not known here</source><translation><numerusform>%n is false, or of a laptop not known here</numerusform><numerusform>%n are false, or of a laptop not known here</numerusform></translation></message>
<message numerus="yes"><source>%n are of laptops whose access was ended: a supervisor decides</source><translation><numerusform>%n is of a laptop whose access was ended: a supervisor decides</numerusform><numerusform>%n are of laptops whose access was ended: a supervisor decides</numerusform></translation></message>
<message numerus="yes"><source>%n hand-overs were made again from their receipts</source><translation><numerusform>%n hand-over was made again from its receipt</numerusform><numerusform>%n hand-overs were made again from their receipts</numerusform></translation></message>
<message numerus="yes"><source>%n hold an item that is not in the catalogue here: add it, then repeat</source><translation><numerusform>%n holds an item that is not in the catalogue here: add it, then repeat</numerusform><numerusform>%n hold an item that is not in the catalogue here: add it, then repeat</numerusform></translation></message>
<message numerus="yes"><source>%n lack one of their codes: scan it too</source><translation><numerusform>%n lacks one of its codes: scan it too</numerusform><numerusform>%n lack one of their codes: scan it too</numerusform></translation></message>
<message numerus="yes"><source>%n were on file already</source><translation><numerusform>%n was on file already</numerusform><numerusform>%n were on file already</numerusform></translation></message>
</context>
<context>
<name>Returns</name>
<message numerus="yes"><source>%n hand-overs</source><translation><numerusform>%n hand-over</numerusform><numerusform>%n hand-overs</numerusform></translation></message>
<message numerus="yes"><source>%n hand-overs are here</source><translation><numerusform>%n hand-over is here</numerusform><numerusform>%n hand-overs are here</numerusform></translation></message>
<message numerus="yes"><source>%n items were counted differently</source><translation><numerusform>%n item was counted differently</numerusform><numerusform>%n items were counted differently</numerusform></translation></message>
</context>
<context>
<name>Review</name>
<message numerus="yes"><source>%n cases</source><translation><numerusform>%n case</numerusform><numerusform>%n cases</numerusform></translation></message>
<message numerus="yes"><source>%n conflicts were settled.</source><translation><numerusform>%n conflict was settled.</numerusform><numerusform>%n conflicts were settled.</numerusform></translation></message>
<message numerus="yes"><source>%n pairs on file may be one person</source><translation><numerusform>%n pair on file may be one person</numerusform><numerusform>%n pairs on file may be one person</numerusform></translation></message>
<message numerus="yes"><source>%n pairs were judged the same person</source><translation><numerusform>%n pair was judged the same person</numerusform><numerusform>%n pairs were judged the same person</numerusform></translation></message>
<message numerus="yes"><source>All %n almost certain pairs are the same person</source><translation><numerusform>The %n almost certain pair is the same person</numerusform><numerusform>All %n almost certain pairs are the same person</numerusform></translation></message>
<message numerus="yes"><source>Settle %n at once</source><translation><numerusform>Settle %n</numerusform><numerusform>Settle %n at once</numerusform></translation></message>
<message numerus="yes"><source>The first {shown} of %n cases</source><translation><numerusform>The first {shown} of %n case</numerusform><numerusform>The first {shown} of %n cases</numerusform></translation></message>
</context>
<context>
<name>Rule</name>
<message numerus="yes"><source>At least %n days apart</source><translation><numerusform>At least a day apart</numerusform><numerusform>At least %n days apart</numerusform></translation></message>
<message numerus="yes"><source>At most %n times in all</source><translation><numerusform>At most once in all</numerusform><numerusform>At most %n times in all</numerusform></translation></message>
<message numerus="yes"><source>{names} and %n more</source><translation><numerusform>{names} and %n more</numerusform><numerusform>{names} and %n more</numerusform></translation></message>
</context>
<context>
<name>Settings</name>
<message numerus="yes"><source>%n minutes</source><translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation></message>
</context>
<context>
<name>Sharing</name>
<message numerus="yes"><source>Digests of %n people are in {file}</source><translation><numerusform>The digests of %n person are in {file}</numerusform><numerusform>Digests of %n people are in {file}</numerusform></translation></message>
<message numerus="yes"><source>{organisation}, {months}: it perhaps served %n people who are on file here</source><translation><numerusform>{organisation}, {months}: it perhaps served %n person who is on file here</numerusform><numerusform>{organisation}, {months}: it perhaps served %n people who are on file here</numerusform></translation></message>
</context>
<context>
<name>Team</name>
<message numerus="yes"><source>{said} Next try in %n seconds.</source><translation><numerusform>{said} Next try in %n second.</numerusform><numerusform>{said} Next try in %n seconds.</numerusform></translation></message>
</context>
<context>
<name>Verify</name>
<message numerus="yes"><source>%n codes of this receipt were not scanned</source><translation><numerusform>%n code of this receipt was not scanned</numerusform><numerusform>%n codes of this receipt were not scanned</numerusform></translation></message>
<message numerus="yes"><source>Make %n hand-overs again from these</source><translation><numerusform>Make %n hand-over again from these</numerusform><numerusform>Make %n hand-overs again from these</numerusform></translation></message>
</context>
<context>
<name>Village</name>
<message numerus="yes"><source>%n villages</source><translation><numerusform>%n village</numerusform><numerusform>%n villages</numerusform></translation></message>
</context>
</TS>
