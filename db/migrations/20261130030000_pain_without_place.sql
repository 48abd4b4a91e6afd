-- Add value to enum type: "condition"
ALTER TYPE "condition" ADD VALUE 'HURT' AFTER 'HURT_WRIST';
