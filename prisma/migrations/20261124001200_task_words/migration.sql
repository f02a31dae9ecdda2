-- The words of a task are those of its paragraph, which are indexed there once and never change. An index on the task
-- itself was built anew for every change of a date: a third of the time of moving a session.
DROP INDEX "task_words_idx";
