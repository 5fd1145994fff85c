import { templateOf, type RequestBook, type RequestRow } from './requests';

const PROBLEM = 'Report a system problem';
const HELP = 'Get IT help';
const ACCESS = 'Request access';
const HARDWARE = 'Request new hardware';
const QUESTION = 'Ask a question';

// prettier-ignore
const rows: readonly RequestRow[] = [
  [PROBLEM, 'Tills', 'Till {till} in {store} freezes after scanning a gift card', 'Since this morning till {till} hangs for a minute whenever a gift card is scanned. Restarting helps for two or three customers.', 'Thanks for the details. I am pulling the logs of till {till} now.', 'Does it also happen with gift cards bought before November?', 'Only with the new red ones, the old ones work.', 'Card prefix 9-4 is missing in the lookup table, same as {store2} last month.', 'The new gift card range was missing on this till. It is added, please scan one to check.'],
  [PROBLEM, 'Tills', 'Receipt printer of till {till} in {store} prints half lines', 'Receipts come out with the right half blank. Paper roll was changed twice.', 'I have checked the driver from here; it looks like the print head. I am arranging a swap.', 'Could you send a photo of the sticker under the printer?', 'Photo attached, model TM-88.', 'Spare is in the {store2} stock room.', 'The printer was swapped by the courier and prints full lines again.'],
  [PROBLEM, 'Payments', 'Contactless payments declined in {store}', 'All contactless payments are declined, chip and PIN works. Queue at the door.', 'We see the declines. I am on a call with the payment provider.', 'Which time was the first decline you noticed?', 'Around opening, I think the second customer.', 'Acquirer confirms an expired certificate on their side for our group.', 'The provider renewed the certificate, contactless payments go through since a few minutes.'],
  [PROBLEM, 'Payments', 'Refunds over 200 hang on "authorising" in {store}', 'Refunds above 200 stay on the authorising screen and have to be cancelled. Smaller ones are fine.', 'I can reproduce this with a test refund and am looking into the limit rules.', 'Do you refund to the original card or to another one?', 'Always to the original card.', 'Limit rule 7 was changed with release 26.11, rolling it back for this store.', 'The limit rule was wrong after the last release. It is corrected, refunds work again.'],
  [PROBLEM, 'Network', 'Wi-Fi drops every few minutes in the stock room of {store}', 'Handhelds lose the connection when we are behind the tall shelves. Started after the refit.', 'I see the access point restarting. I will move the handhelds to the other channel first.', 'Is the ceiling unit near the fire door lit green or orange?', 'It blinks orange.', 'PoE budget of the switch exceeded since the two new cameras.', 'The access point has its own power supply now; no restart in the last two hours.'],
  [PROBLEM, 'Network', 'No network at all in {store} back office', 'Phones and both office PCs are offline, the tills work.', 'I am checking the switch in your rack remotely.', 'Can you tell me which lights are on at the small black box?', 'Only the power light.', 'Port group 3 went down after the firmware window.', 'The switch ports were blocked after an update. They are open again and everything is online.'],
  [PROBLEM, 'Email', 'Shared mailbox {team} does not receive external mail', 'Suppliers get a bounce "recipient not found" since yesterday evening.', 'Thank you, I have the bounce text and am tracing the message.', 'Could you forward one complete bounce as an attachment?', 'Forwarded just now.', 'Alias was dropped in the tenant clean-up, restoring from the change list.', 'The address was removed by mistake in a clean-up. It is back and test mails arrive.'],
  [HELP, 'Email', 'Calendar of {room} shows as busy all week', 'We cannot book {room}, but nobody is in there.', 'I will check who holds the bookings.', 'May I delete the series that was created by a former colleague?', 'Yes please, nobody uses it.', 'Series belongs to a leaver, no owner left.', 'The old series is deleted, {room} can be booked again.'],
  [HELP, 'Accounts', 'Locked out after holiday', 'I was away for two weeks and my password has expired. I am {person} in {store}.', 'Welcome back. I am resetting it and will call you on your store number.', 'Which number may I call to confirm it is you?', 'The manager desk, extension 12.', 'Identity confirmed by call-back.', 'Your account is unlocked, you chose a new password on the phone.'],
  [HELP, 'Devices', 'Handheld scanner {device} does not charge', 'It stays at 4 per cent in every cradle.', 'Thanks for trying the other cradles. It is probably the battery.', 'Is the battery slightly swollen? Please do not press on it.', 'A little, yes. We put it aside.', 'Swollen battery, report to facilities as well.', 'A new battery was delivered and the scanner charges. Please hand the old one to the courier.'],
  [HELP, 'Tills', 'Price of {product} wrong at till {till} in {store}', 'The shelf says one price, the till another. We correct it by hand all day.', 'I will compare the price file of your store.', 'Is it only this article or the whole promotion?', 'The whole autumn promotion.', 'Store got the price file of region north.', 'Your store was in the wrong price region. Prices are right since the noon update.'],
  [HELP, 'Devices', 'Label printer at goods-in of {store} offline', 'Deliveries are piling up because we cannot print labels.', 'I am connecting to the print server now.', 'Could you switch it off and on once more and wait for the green light?', 'Done, green, but still offline on the PC.', 'Queue pointed to the old IP after the router swap.', 'The print queue pointed to an old address. Labels print again.'],
  [HELP, 'Accounts', 'Timesheet app says "no contract found" for {person}', 'The new colleague cannot clock in. HR says everything is entered.', 'I will check the interface between HR and the timesheets.', 'Which staff number do you see on the contract?', 'It is 48 followed by the store number.', 'Record stuck in the nightly import, missing cost centre.', 'The record was stuck in an import. {person} can clock in now.'],
  [ACCESS, 'Accounts', 'Access to the {team} reports for {person}', 'Please give {person} read access to the reports of {team}. Approved by the area manager.', 'I have asked the owner of the reports for approval.', 'From which date does {person} need it?', 'From next Monday.', 'Owner on leave, deputy approves.', 'Access is granted and starts as you asked.'],
  [ACCESS, 'Accounts', 'Remove access of {person}, last day Friday', '{person} leaves us on Friday. Please close the accounts in the evening.', 'Noted. I will close everything on Friday at closing time.', 'Should the mailbox be forwarded to somebody?', 'To the store manager for four weeks.', 'Scheduled in the leaver list.', 'All accounts are closed, mail is forwarded for four weeks.'],
  [ACCESS, 'Payments', 'Second approver for refunds in {store}', 'We need {person} as second approver while the manager is on leave.', 'I need to check this with the finance team first.', 'Until when will the manager be away?', 'Back on the first of December.', 'Finance agreed by phone, ticket FIN-882.', '{person} may approve refunds until the first of December.'],
  [HARDWARE, 'Devices', 'Two more handhelds for the Christmas season in {store}', 'We need two handhelds from mid November until the end of January.', 'I have reserved two from the pool.', 'Do you have free cradles or shall we send some?', 'One free cradle, please send another.', 'Pool has seven left.', 'Two handhelds and a cradle are on their way, arrival tomorrow.'],
  [HARDWARE, 'Devices', 'New laptop for {person}', 'The current one is five years old and the fan is very loud.', 'You are due for a new one. I am ordering it today.', 'Do you prefer 13 or 15 inches?', '13, I travel between stores.', 'Vendor says delivery in three working days.', 'The laptop was handed over and the old one collected.'],
  [HARDWARE, 'Tills', 'Replacement cash drawer for till {till} in {store}', 'The drawer opens only when hit. Please replace it.', 'I am ordering a drawer and a technician.', 'When can the technician come without disturbing you?', 'Any day before ten.', 'Technician booked through the vendor portal.', 'The drawer was replaced this morning before opening.'],
  [QUESTION, 'Tills', 'Can tills print receipts in Spanish?', 'Some customers in {store} ask for Spanish receipts. Is there a setting?', 'Good question. Yes, per till; I will send you the steps.', 'Would you like it for all tills or only one?', 'Two of them would be enough.', 'Steps are in the till handbook, chapter 6.', 'The setting is under Options, Language. It takes effect with the next receipt.'],
  [QUESTION, 'Email', 'How long are deleted mails kept?', 'I deleted a mail in summer and would need it again.', 'Mails are kept for 90 days after they leave the bin.', 'Do you know about when you deleted it?', 'Around the end of July.', 'Outside retention.', 'I am sorry, July is outside the 90 days; the sender can send it again.'],
  ['Request a change', 'Network', 'Open the firewall for the new footfall counter in {store}', 'The supplier needs outgoing HTTPS to one address. Form attached.', 'Thank you, it goes into the change meeting on Wednesday.', 'Is the counter on the guest or on the till network?', 'On the guest network.', 'Standard change, low risk.', 'The rule is in place since the maintenance window.'],
  ['Request a change', 'Tills', 'Move {store} to till software 26.11', 'We are in the second wave, please confirm the evening.', 'Confirmed for the second wave; you will get the runbook.', 'Who is on site that evening?', 'The duty manager.', 'Wave 2, seven stores.', 'The store runs 26.11, all tills tested before opening.'],
];

export const acmeRequests: RequestBook = {
  templates: rows.map(templateOf),
  words: {
    till: ['1', '2', '3', '4', '5', '7'],
    store: [
      'Brooklyn',
      'Union Square',
      'Jersey City',
      'Camden',
      'Oxford Street',
      'Queens',
      'Hoboken',
      'Leeds',
      'White Plains',
      'Richmond',
    ],
    store2: ['Newark', 'Stamford', 'Bristol', 'Croydon'],
    team: ['Purchasing', 'Store Finance', 'Loss Prevention', 'Visual Merchandising'],
    room: ['Meeting room Hudson', 'Meeting room Thames', 'Training room 2'],
    person: [
      'Lena Fischer',
      'Carlos Vega',
      'Imani Walker',
      'Jack Turner',
      'Sofia Rossi',
      'Amir Haddad',
      'Grace Kim',
    ],
    device: ['H-1042', 'H-0978', 'H-1177', 'H-1203'],
    product: ['the fleece jackets', 'the tea gift sets', 'the 3-for-2 socks', 'the wool blankets'],
  },
};
