-- Add value to enum type: "calendar_act"
ALTER TYPE "calendar_act" ADD VALUE 'REPLACE_SESSION';
-- Add value to enum type: "calendar_act"
ALTER TYPE "calendar_act" ADD VALUE 'SWAP_SESSIONS';
-- Add value to enum type: "calendar_act"
ALTER TYPE "calendar_act" ADD VALUE 'APPLY_REPAIR';
