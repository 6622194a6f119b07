using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace PlanBot.Data.Sql;

/// <summary>A transaction's connection, lent to a repository: works like the connection itself, but closing and disposing leave it open.</summary>
internal sealed class BorrowedConnection(DbConnection owner) : DbConnection
{
    /// <summary>For what only the driver's own connection can do; it is not to be closed.</summary>
    public DbConnection Owner => owner;

    [AllowNull]
    public override string ConnectionString
    {
        get => owner.ConnectionString;
        set => throw new NotSupportedException("A borrowed connection stays where it is.");
    }

    public override string Database => owner.Database;

    public override string DataSource => owner.DataSource;

    public override string ServerVersion => owner.ServerVersion;

    public override ConnectionState State => owner.State;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("A borrowed connection stays where it is.");

    public override void Close()
    {
    }

    public override void Open()
    {
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        throw new InvalidOperationException("There is a transaction already; IDatabase.InTransactionAsync joins it.");

    /// <summary>The driver puts its running transaction into the command.</summary>
    protected override DbCommand CreateDbCommand() => owner.CreateCommand();
}
