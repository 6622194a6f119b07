using System.Data.Common;
using Dapper;
using Npgsql;
using PlanBot.Data.Repositories;

namespace PlanBot.Data.Sql;

/// <summary>PostgreSQL tells every node that listens when a transaction that wrote into a conversation has committed.</summary>
public sealed class PostgresChatWatch(PostgresDatabase database) : IChatWatch
{
    /// <summary>Name of the notification; its payload is the conversation's id.</summary>
    internal const string Channel = "planbot_chat";

    public async Task<string?> WatchAsync(Action<string> written, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = (NpgsqlConnection)await database.OpenAsync(cancellationToken);
            connection.Notification += (_, news) => written(news.Payload);
            await connection.ExecuteAsync(new CommandDefinition($"LISTEN {Channel}", cancellationToken: cancellationToken));
            while (true)
                await connection.WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or DatabaseUnavailableException)
        {
            return exception.Message;
        }
    }
}
