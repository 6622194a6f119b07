using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using PlanBot.Data.Sql;

namespace PlanBot.Tests.Fakes;

/// <summary>A statement as the driver got it, with what its parameters held then.</summary>
public sealed record RecordedStatement(string Text, IReadOnlyList<DbParameter> Parameters)
{
    /// <summary>The same statement, or one around it, on another connection to the same kind of database.</summary>
    /// <param name="before">Stands in front of the text, e.g. EXPLAIN.</param>
    public DbCommand On(DbConnection connection, string before = "")
    {
        var command = connection.CreateCommand();
        command.CommandText = before + Text;
        foreach (var parameter in Parameters)
            command.Parameters.Add(Copied(parameter, command.CreateParameter()));
        return command;
    }

    internal static DbParameter Copied(DbParameter from, DbParameter to)
    {
        if (from is ICloneable copy) // Npgsql's own types cannot be told by DbType
            return (DbParameter)copy.Clone();
        (to.ParameterName, to.DbType, to.Value) = (from.ParameterName, from.DbType, from.Value);
        return to;
    }
}

/// <summary>A database that remembers every statement that reaches it.</summary>
public sealed class RecordingDatabase(IDatabase inner) : IDatabase
{
    private readonly ConcurrentQueue<RecordedStatement> statements = [];

    public IReadOnlyCollection<RecordedStatement> Statements => statements;

    public Dialect Dialect => inner.Dialect;

    public string Place => inner.Place;

    public bool IsInTransaction => inner.IsInTransaction;

    public void Forget() => statements.Clear();

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => new Connection(await inner.OpenAsync(cancellationToken), statements);

    public DbConnection Open() => new Connection(inner.Open(), statements);

    public Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) => inner.InTransactionAsync(work, cancellationToken);

    public Task<T> RehearseAsync<T>(IReadOnlyList<string> copies, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        inner.RehearseAsync(copies, work, cancellationToken);

    private sealed class Connection(DbConnection inner, ConcurrentQueue<RecordedStatement> statements) : DbConnection
    {
        [AllowNull]
        public override string ConnectionString
        {
            get => inner.ConnectionString;
            set => inner.ConnectionString = value;
        }

        public override string Database => inner.Database;

        public override string DataSource => inner.DataSource;

        public override string ServerVersion => inner.ServerVersion;

        public override ConnectionState State => inner.State;

        public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

        public override void Close() => inner.Close();

        public override void Open() => inner.Open();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => inner.BeginTransaction(isolationLevel);

        protected override DbCommand CreateDbCommand() => new Command(this, inner.CreateCommand(), statements);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Command(DbConnection connection, DbCommand inner, ConcurrentQueue<RecordedStatement> statements) : DbCommand
    {
        [AllowNull]
        public override string CommandText
        {
            get => inner.CommandText;
            set => inner.CommandText = value;
        }

        public override int CommandTimeout
        {
            get => inner.CommandTimeout;
            set => inner.CommandTimeout = value;
        }

        public override CommandType CommandType
        {
            get => inner.CommandType;
            set => inner.CommandType = value;
        }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection
        {
            get => connection;
            set => throw new NotSupportedException("It belongs to the connection that made it.");
        }

        protected override DbParameterCollection DbParameterCollection => inner.Parameters;

        protected override DbTransaction? DbTransaction
        {
            get => inner.Transaction;
            set => inner.Transaction = value;
        }

        public override void Cancel() => inner.Cancel();

        public override void Prepare() => inner.Prepare();

        public override int ExecuteNonQuery() => Recorded().ExecuteNonQuery();

        public override object? ExecuteScalar() => Recorded().ExecuteScalar();

        public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) => Recorded().ExecuteNonQueryAsync(cancellationToken);

        public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) => Recorded().ExecuteScalarAsync(cancellationToken);

        protected override DbParameter CreateDbParameter() => inner.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Recorded().ExecuteReader(behavior);

        protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
            Recorded().ExecuteReaderAsync(behavior, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }

        private DbCommand Recorded()
        {
            statements.Enqueue(new(
                inner.CommandText, inner.Parameters.Cast<DbParameter>().Select(parameter => RecordedStatement.Copied(parameter, inner.CreateParameter())).ToList()));
            return inner;
        }
    }
}
