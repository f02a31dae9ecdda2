-- Jobs that can be followed and taken up again, and answers of the API that are given twice for one key.
ALTER TABLE "job" ADD COLUMN "title" TEXT NOT NULL DEFAULT '',
ADD COLUMN "source" TEXT NOT NULL DEFAULT '',
ADD COLUMN "message" TEXT NOT NULL DEFAULT '',
ADD COLUMN "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "job_state_updated_at_idx" ON "job"("state", "updated_at");

-- CreateTable
CREATE TABLE "job_row" (
    "job_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "job_row_pkey" PRIMARY KEY ("job_id","ordinal")
);

-- CreateIndex
CREATE INDEX "job_row_job_id_outcome_ordinal_idx" ON "job_row"("job_id", "outcome", "ordinal");

-- AddForeignKey
ALTER TABLE "job_row" ADD CONSTRAINT "job_row_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "idempotency_key" (
    "person_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL DEFAULT 0,
    "body" TEXT NOT NULL DEFAULT '',
    "etag" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");
