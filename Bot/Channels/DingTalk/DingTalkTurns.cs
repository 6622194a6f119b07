using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.Channels.DingTalk;

/// <summary>Gives each message that was taken in its turn: those of one conversation one after another, the earlier said first; and takes over what another node has left.</summary>
public sealed partial class DingTalkTurns(
    IServiceProvider services, IInboxRepository inbox, DingTalkAdapter adapter, [FromKeyedServices("wall")] TimeProvider wall, ILogger<DingTalkTurns> logger) : BackgroundService
{
    /// <summary>How long a node may take over a message before another does it.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Longer than any message is pushed again.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(3);

    /// <summary>Nobody may have it in hand any more.</summary>
    private static readonly TimeSpan StillTried = TimeSpan.FromHours(1);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);
    private const int MostTries = 5;
    private const int AtOnce = 32;

    private readonly Dictionary<string, PriorityQueue<RobotMessage, DateTimeOffset>> waiting = [];
    private readonly ConcurrentDictionary<Task, bool> running = [];
    private readonly SemaphoreSlim places = new(AtOnce, AtOnce);
    private readonly CancellationTokenSource ending = new();

    /// <summary>Nothing waits, and nothing is under way.</summary>
    internal bool IsIdle
    {
        get
        {
            lock (waiting)
                return waiting.Count == 0;
        }
    }

    internal void Add(RobotMessage message)
    {
        lock (waiting)
        {
            if (waiting.TryGetValue(message.ConversationId, out var queue))
            {
                queue.Enqueue(message, message.SaidAt);
                return;
            }
            (waiting[message.ConversationId] = new()).Enqueue(message, message.SaidAt);
        }
        var work = Task.Run(() => WorkAsync(message.ConversationId));
        running[work] = true;
        _ = work.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
    }

    /// <summary>Looks for messages that nobody has in hand.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = wall.GetUtcNow();
        foreach (var row in await inbox.LeaseAsync(DingTalkOptions.Channel, now, now + Lease, AtOnce * 4, MostTries, cancellationToken))
        {
            if (RobotMessage.Parse(row.Body) is { } body && RobotMessage.Read(body) is { } message)
                Add(message);
            else
                await inbox.EndAsync(row.Channel, row.MessageId, cancellationToken);
        }
        if (await inbox.GiveUpAsync(DingTalkOptions.Channel, now - StillTried, MostTries, cancellationToken) is > 0 and var count)
            LogGivenUp(count);
        await inbox.ForgetAsync(now - Remembered, cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await ending.CancelAsync();
        await Task.WhenAny(Task.WhenAll(running.Keys), Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken));
    }

    public override void Dispose()
    {
        base.Dispose();
        ending.Dispose();
        places.Dispose();
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
            await Task.Delay(BetweenLooks, wall, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WorkAsync(string conversation)
    {
        while (true)
        {
            await places.WaitAsync();
            try
            {
                if (Next(conversation) is not { } message)
                    return;
                if (ending.IsCancellationRequested)
                    await GiveBackAsync(message);
                else
                    await RunAsync(message);
            }
            finally
            {
                places.Release();
            }
        }
    }

    private RobotMessage? Next(string conversation)
    {
        lock (waiting)
        {
            if (waiting[conversation].TryDequeue(out var message, out _))
                return message;
            waiting.Remove(conversation);
            return null;
        }
    }

    /// <summary>For whoever comes next, who need not wait for the lease to end.</summary>
    private async Task GiveBackAsync(RobotMessage message)
    {
        try
        {
            await inbox.PutOffAsync(DingTalkOptions.Channel, message.MessageId, wall.GetUtcNow(), CancellationToken.None);
        }
        catch (DatabaseUnavailableException problem)
        {
            LogPutOff(problem.Message);
        }
    }

    private async Task RunAsync(RobotMessage message)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await adapter.ProcessAsync(message, scope.ServiceProvider.GetRequiredService<IBot>());
            await inbox.EndAsync(DingTalkOptions.Channel, message.MessageId, CancellationToken.None);
        }
        catch (DatabaseUnavailableException problem)
        {
            LogPutOff(problem.Message); // its lease ends, and it comes again
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogBroken(exception, message.ConversationId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages of DingTalk wait: {Problem}")]
    private partial void LogPutOff(string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} messages of DingTalk were tried again and again in vain; they are given up, and their people may write once more")]
    private partial void LogGivenUp(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message in conversation {ConversationId} could not be dealt with; it is tried again")]
    private partial void LogBroken(Exception exception, string conversationId);
}
