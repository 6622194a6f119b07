using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.Channels.DingTalk;

/// <summary>Carries out the errands: makes to-dos, completes them once the ledger owes nothing more, and calls with a DING. Looks every half minute.</summary>
/// <remarks>A to-do is made under a key of its own, so that a second try finds the first one's. A DING has no such key: it is marked before it goes out, and never tried again where its fate is unknown.</remarks>
public sealed partial class DingTalkErrandRunner(
    IErrandRepository errands, DingTalkTodos todos, DingTalkDing ding, [FromKeyedServices("wall")] TimeProvider wall, ILogger<DingTalkErrandRunner> logger) : BackgroundService
{
    private const int AtOnce = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>A call that could not go out by then is none any more.</summary>
    private static readonly TimeSpan CallIsUrgent = TimeSpan.FromHours(4);

    private static readonly TimeSpan TodoMatters = TimeSpan.FromDays(30);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>One look: what the ledger says, then all that is to be done.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await errands.SettleAsync(DingTalkOptions.Channel, wall.GetUtcNow(), cancellationToken) is > 0 and var lost)
            LogLost(lost);
        while (true)
        {
            var now = wall.GetUtcNow();
            var leased = await errands.LeaseAsync(DingTalkOptions.Channel, now, now + Lease, AtOnce, cancellationToken);
            if (leased.Count == 0)
                break;
            foreach (var errand in leased)
                await DoAsync(errand, cancellationToken);
        }
        await errands.ForgetAsync(wall.GetUtcNow() - Kept, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (DatabaseUnavailableException problem)
            {
                LogPutOff(problem.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            await Task.Delay(BetweenLooks, wall, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task DoAsync(ChannelErrand errand, CancellationToken cancellationToken)
    {
        try
        {
            if (errand.Kind == ErrandKind.Call)
                await CallAsync(errand, cancellationToken);
            else if (errand.State == ErrandState.Wanted)
                await errands.MoveAsync(errand, ErrandState.There, await todos.MakeAsync(errand, cancellationToken), wall.GetUtcNow(), CancellationToken.None);
            else
            {
                await todos.SetDoneAsync(errand, errand.State == ErrandState.Completing, cancellationToken);
                await errands.MoveAsync(errand, errand.State == ErrandState.Completing ? ErrandState.Done : ErrandState.There, null, wall.GetUtcNow(), CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is DingTalkException or HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            await PutOffAsync(errand, exception, TodoMatters);
        }
    }

    private async Task CallAsync(ChannelErrand errand, CancellationToken cancellationToken)
    {
        if (!await errands.MoveAsync(errand, ErrandState.Begun, null, wall.GetUtcNow(), cancellationToken))
            return;
        var begun = errand with { State = ErrandState.Begun };
        try
        {
            if (!await ding.CallAsync(errand, CancellationToken.None))
                LogFailed(errand.Kind, errand.Id, "failedList", "");
            await errands.MoveAsync(begun, ErrandState.Done, null, wall.GetUtcNow(), CancellationToken.None);
        }
        catch (DingTalkException refusal) when (refusal.Refusal != Refusal.Broken)
        {
            await PutOffAsync(begun, refusal, CallIsUrgent); // refused, so it did not go out
        }
        catch (Exception exception) when (exception is DingTalkException or HttpRequestException or IOException or OperationCanceledException)
        {
            LogFailed(errand.Kind, errand.Id, exception is DingTalkException ? exception.Message : exception.GetType().Name, "");
            await errands.MoveAsync(begun, ErrandState.GivenUp, null, wall.GetUtcNow(), CancellationToken.None);
        }
    }

    private async Task PutOffAsync(ChannelErrand errand, Exception trouble, TimeSpan matters)
    {
        var now = wall.GetUtcNow();
        var refusal = trouble as DingTalkException;
        LogFailed(errand.Kind, errand.Id, refusal?.Message ?? trouble.GetType().Name, refusal?.Scope ?? "");
        var isOver = now - errand.CreatedAt > matters && errand.State is not (ErrandState.Completing or ErrandState.Reopening);
        var hasNobody = refusal?.Refusal is Refusal.NoSuchPerson or Refusal.OutOfSight or Refusal.Content || errand.Tries > 24 * 30;
        var wait = TimeSpan.FromMinutes(Math.Min(Math.Pow(2, Math.Min(errand.Tries, 10)), LongestWait.TotalMinutes));
        var state = isOver || hasNobody ? ErrandState.GivenUp : errand.State == ErrandState.Begun ? ErrandState.Wanted : errand.State;
        await errands.MoveAsync(errand, state, null, now + wait, CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} DINGs were under way when a node died; they are not sent again")]
    private partial void LogLost(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "To-dos and DINGs of DingTalk wait: {Problem}")]
    private partial void LogPutOff(string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "DingTalk does not take {Kind} {ErrandId}: {Reason} {Scope}")]
    private partial void LogFailed(ErrandKind kind, Guid errandId, string reason, string scope);
}
