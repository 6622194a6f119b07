using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PlanBot.Data.Sql;

/// <summary>Connections to the same file for a library that keeps tables of its own beside ours (the scheduler).</summary>
/// <remarks>One writes to the file at a time. The program's writers stand in line, and transactions of these connections stand in it too: at the file's own lock, where waiting is
/// guessing, they would lose the race against many writes in a row and end with "database is locked". Inside <see cref="IDatabase.InTransactionAsync{T}"/> one would
/// wait for its own caller, so there it is refused.</remarks>
public sealed class SqliteInLine(SqliteDatabase database) : DbDataSource
{
    public override string ConnectionString => database.ConnectionStringInLine;

    protected override DbConnection CreateDbConnection() => new Connection(database);

    private sealed class Connection(SqliteDatabase database) : SqliteConnection(database.ConnectionStringInLine)
    {
        /// <summary>For the write lock of another process, e.g. a command that imports.</summary>
        private const int BusyMilliseconds = 30_000;

        private IDisposable? turn;

        public override void Open()
        {
            base.Open();
            using var command = CreateCommand();
            // When the power fails, the last seconds of a scheduler's bookkeeping may be lost: every job is safe to run again. The ledger's commits are not ours to relax.
            command.CommandText = $"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA synchronous = NORMAL;";
            command.ExecuteNonQuery();
        }

        public override void Close()
        {
            try
            {
                base.Close(); // rolls back what was not committed
            }
            finally
            {
                EndTurn();
            }
        }

        protected override async ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken)
        {
            if (database.IsInTransaction)
                throw new InvalidOperationException("The scheduler cannot be told anything inside a transaction; tell it afterwards.");
            turn ??= await database.WaitForTurnAsync(cancellationToken);
            try
            {
                return new Transaction((SqliteTransaction)await base.BeginDbTransactionAsync(isolationLevel, cancellationToken), this);
            }
            catch
            {
                EndTurn();
                throw;
            }
        }

        public override SqliteCommand CreateCommand() => new Command { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction };

        protected override void Dispose(bool disposing)
        {
            try
            {
                base.Dispose(disposing);
            }
            finally
            {
                EndTurn(disposing);
            }
        }

        internal void EndTurn(bool disposing = true)
        {
            try
            {
                turn?.Dispose();
            }
            catch (ObjectDisposedException) when (!disposing)
            {
                // Nobody closed this connection and its program has ended, the line with it. An exception while the memory is tidied would end the process.
            }
            turn = null;
        }
    }

    /// <summary>The turn ends with the transaction, however it ends.</summary>
    /// <remarks>On a full disk a commit fails and SQLite rolls back by itself. The scheduler then asks on a second connection what has been kept before it closes the first: a turn that lasted
    /// until the closing would make it wait for itself, and with it every writer of the program.</remarks>
    private sealed class Transaction(SqliteTransaction own, Connection connection) : DbTransaction
    {
        private bool isOver;

        public SqliteTransaction Own => own;

        public override IsolationLevel IsolationLevel => own.IsolationLevel;

        /// <summary>Null once it is over, as the scheduler expects.</summary>
        protected override DbConnection? DbConnection => own.Connection;

        public override void Commit() => End(own.Commit);

        public override void Rollback() => End(own.Rollback);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                End(own.Dispose);
            base.Dispose(disposing);
        }

        private void End(Action how)
        {
            try
            {
                how();
            }
            finally
            {
                // Once: a later turn of the connection is another transaction's.
                if (!isOver)
                    connection.EndTurn();
                isOver = true;
            }
        }
    }

    private sealed class Command : SqliteCommand
    {
        protected override DbTransaction? DbTransaction
        {
            get => base.DbTransaction;
            set => base.DbTransaction = value is Transaction wrapped ? wrapped.Own : value;
        }
    }
}
