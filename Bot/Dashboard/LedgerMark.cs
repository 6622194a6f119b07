using PlanBot.Data.Queries;

namespace PlanBot.Dashboard;

/// <summary>A text that changes with every change of the ledger, whichever channel and node make it, and with every minute of the plans' clock: time alone makes reports overdue.</summary>
public sealed class LedgerMark(DeskQuery query, TimeProvider clock)
{
    /// <summary>A transaction that takes longer than this is seen at the next minute.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromMinutes(1);

    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var minute = clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;
        return $"{await query.MarkAsync(new DateTimeOffset(minute * TimeSpan.TicksPerMinute, TimeSpan.Zero) - Back, cancellationToken)} {minute}";
    }
}
