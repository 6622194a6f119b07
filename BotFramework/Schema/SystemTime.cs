namespace Microsoft.Bot.Schema;

/// <summary>The machine's clock, for the few official members that stamp an activity and whose signatures take no clock.</summary>
internal static class SystemTime
{
    private static readonly SystemClock Clock = new();

    /// <summary>For people who look at a log; no rule of a bot may read it as the time.</summary>
    public static DateTimeOffset Now => Clock.GetUtcNow();
}

/// <summary>The machine's clock, for what holds for a time by the machine's clock: the tokens of others.</summary>
internal sealed class SystemClock : TimeProvider;
