using PlanBot.Bench.Sizes;
using PlanBot.Data.Model;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Bench.Sending;

/// <summary>Outboxes of a province's contacts: one step due for each, and what was sent long ago behind it.</summary>
internal static class Outboxes
{
    /// <summary>Contacts alone are written to, a step each.</summary>
    public static readonly DateTimeOffset Morning = Province.At("2025-01-07 09:00");

    /// <summary>Every contact in the loopback channel, with one message that is due.</summary>
    public static async Task QueueAsync(Office office)
    {
        const string sql = "INSERT INTO channel_identity (channel, user_id, person_id) VALUES (@Channel, @UserId, @PersonId)";
        var identities = office.Province.People.Select(person => new ChannelIdentity { Channel = LoopbackChannel.Name, UserId = person.Id.ToString("N"), PersonId = person.Id });
        await office.Database.InsertAsync(sql, identities, CancellationToken.None);
        await office.Get<QueueReminders>().RunAsync(Morning, CancellationToken.None);
        await office.SettleAsync();
    }

    /// <summary>So many more messages, sent years ago, spread over the contacts.</summary>
    public static async Task AddHistoryAsync(Office office, int rows)
    {
        var contacts = office.Province.Units;
        var sql = $"""
            WITH RECURSIVE turns (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM turns WHERE n < {rows / contacts})
            INSERT INTO reminder (id, message_id, person_id, plan_id, period, step, round, kind, due_at, state, attempts, next_attempt_at, sent_at, channel)
            SELECT {NewId(office)}, {NewId(office)}, person_id, @planId, '2020Q1', 'old' || n, 0, 1, @at, 3, 1, @at, @at, 'loopback' FROM contact CROSS JOIN turns WHERE kind = 1
            """;
        await office.Database.InTransactionAsync(
            async token =>
            {
                if (office.IsPostgres)
                    await office.Database.WriteAsync("SET LOCAL statement_timeout = 0", null, token);
                return await office.Database.WriteAsync(sql, new { planId = office.Province.Plan.Id, at = Province.At("2020-03-31 09:00") }, token, Timeout.InfiniteTimeSpan);
            },
            CancellationToken.None);
        if (office.IsPostgres)
            await Province.RunOutsideTransactionAsync(office.Database, "VACUUM ANALYZE reminder");
        await office.SettleAsync();
    }

    /// <summary>The step is due again.</summary>
    public static async Task ResetAsync(Office office)
    {
        await Province.RunOutsideTransactionAsync(
            office.Database, "UPDATE reminder SET state = 1, sent_at = NULL, channel = NULL, leased_until = NULL, lease_id = NULL, attempts = 0, tries = 0 WHERE period = '2024Q4' AND state IN (2, 3)");
        await office.SettleAsync(emptied: "reminder");
    }

    private static string NewId(Office office) => office.IsPostgres
        ? "gen_random_uuid()"
        : "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))";
}
