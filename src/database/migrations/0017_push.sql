-- Where a device takes notices that there is a message (Web Push). A device has one place; it goes with the device.
create table push_subscriptions (
  device_id uuid primary key references devices,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  created_at timestamptz not null
);
