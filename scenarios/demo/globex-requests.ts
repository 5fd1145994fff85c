import { templateOf, type RequestBook, type RequestRow } from './requests';

const OUTAGE = 'Report an outage';
const HELP = 'Get operations help';
const CREW = 'Request access for crew';
const ONBOARD = 'Onboard a new employee';

// prettier-ignore
const rows: readonly RequestRow[] = [
  [OUTAGE, 'Port connectivity', 'Gate {gate} at {port} cannot read container numbers', 'The cameras of gate {gate} deliver pictures, but no numbers arrive in the gate system. Trucks are checked by hand.', 'We see the pictures arriving. I am checking the recognition service.', 'Did anybody clean or move the cameras since yesterday?', 'No, nobody was up there.', 'Recognition service out of licences after the cluster move.', 'The recognition service had run out of licences; numbers arrive again.'],
  [OUTAGE, 'Port connectivity', 'Link to the port authority of {port} is down', 'No berth messages since an hour. The authority says their side is fine.', 'Our side of the tunnel is up but nothing comes through. I am calling their network team.', 'Which message was the last one you received?', 'The berth plan of 06:00.', 'Their new firewall drops our second subnet.', 'The authority corrected its firewall. All messages since the outage have been delivered.'],
  [OUTAGE, 'Vessel tracking', 'Position of {ship} stands still', '{ship} shows the position of last night, the agent on board says they are moving.', 'Thanks. I am looking at the raw position reports of {ship}.', 'Has the crew switched to the backup terminal?', 'Yes, the main one is being repaired.', 'Backup terminal not registered with the tracker.', 'The backup terminal is registered; the track of {ship} is complete again.'],
  [OUTAGE, 'Booking system', 'Bookings to {port} fail with "tariff missing"', 'Customers cannot book {port} since the tariff change.', 'I can see the error. The tariff of {port} was loaded without a currency.', 'Which currency applies from this month?', 'US dollars for all cargo.', 'Tariff upload template allowed an empty currency.', 'The tariff has its currency, bookings to {port} go through.'],
  [OUTAGE, 'Email', 'Arrival notices to customers are sent twice', 'Two customers of {port} complain about double mails.', 'I have stopped the second sender and am looking for the reason.', 'Can you name one notice that came twice?', 'The one of {ship}, voyage 118.', 'Both nodes believed they were the primary after the failover.', 'Notices are sent once again; the list of double ones is attached.'],
  [HELP, 'Vessel tracking', 'Wrong arrival time for {ship} in {port}', 'The system says two days later than the captain.', 'I will recalculate with the current speed.', 'Is the stop in the roads already planned?', 'No, they go straight in.', 'Waypoint list still has the old anchorage.', 'The arrival time is right after removing an old waypoint.'],
  [HELP, 'Booking system', 'Cannot change the consignee of a booking', 'The field is grey although the cargo is not loaded yet.', 'The booking was locked by a customs message. I am checking which one.', 'Is the customs declaration final?', 'It was withdrawn yesterday.', 'Withdrawal did not release the lock, known with version 8.2.', 'The lock is released and the consignee can be changed.'],
  [HELP, 'Devices', 'Tablet of the {port} tally team does not start', 'It shows the logo and switches off.', 'Please leave it on the charger for an hour; I am preparing a spare.', 'Which number is on the back?', 'T-330.', 'Third one of this batch.', 'The team has the spare tablet; T-330 goes to repair.'],
  [HELP, 'Email', 'Shared mailbox {team} is full', 'We cannot send any more mails since this morning.', 'I am raising the limit for a week so that you can work.', 'May mails older than three years go to the archive?', 'Yes, everything before 2023.', 'Archive rule added.', 'Old mails are archived, the mailbox has room again.'],
  [HELP, 'Accounts', '{person} cannot sign in on the bridge PC of {ship}', 'The screen says the account is not allowed on this computer.', 'I will add the account to the group of {ship}.', 'Is {person} on board until the end of the voyage?', 'Yes, until {port}.', 'Crew change list was late.', '{person} can sign in, the crew list is updated.'],
  [CREW, 'Accounts', 'Crew accounts for the change in {port}', 'Eleven people join {ship} in {port}. List attached.', 'Thank you for the list. I am creating the accounts today.', 'Two dates of birth are missing, could you send them?', 'Sent by mail.', 'Bulk creation script.', 'All eleven accounts are ready, the slips are with the agent in {port}.'],
  [CREW, 'Vessel tracking', 'Read access to the tracker for the agent in {port}', 'Our agent in {port} needs to see {ship} and her sister.', 'I have asked the fleet manager for approval.', 'For how long is it needed?', 'For this season, until March.', 'Role: viewer, two vessels.', 'The agent sees both vessels until the end of March.'],
  [ONBOARD, 'Accounts', 'New colleague {person} in the {team} team', 'Starts on the first. Needs the usual set and the booking system.', 'Welcome to {person}. I have started the usual set.', 'Which office, and desk or laptop?', 'Singapore, laptop.', 'Laptop from the pool.', 'Accounts and laptop are ready for the first day.'],
  [ONBOARD, 'Devices', 'Desk phone and headset for {person}', '{person} joins the {team} team next week.', 'I have put both aside.', 'Left or right ear for the headset?', 'Both, please.', 'Stock is fine.', 'Phone and headset are on the desk.'],
  [HELP, 'Booking system', 'Report of lost bookings for {port}', 'We need the bookings that were cancelled because of tariffs, last month.', 'I can prepare this from the archive.', 'By customer or by cargo?', 'By customer.', 'Query saved for the next time.', 'The report is attached, it runs monthly from now on.'],
];

export const globexRequests: RequestBook = {
  templates: rows.map(templateOf),
  words: {
    gate: ['1', '2', '4', '6'],
    port: ['Pasir Panjang', 'Port Klang', 'Felixstowe', 'Newark Bay', 'Colombo', 'Rotterdam', 'Jebel Ali'],
    ship: ['Globex Aurora', 'Globex Borealis', 'Globex Corvus', 'Globex Dorado', 'Globex Equinox'],
    team: ['Documentation', 'Customs', 'Crewing', 'Equipment Control'],
    person: ['Farah Aziz', 'Daniel Wong', 'Ingrid Solberg', 'Kofi Mensah', 'Lakshmi Rao', 'Pieter van Dam'],
  },
};
