namespace Microsoft.Bot.Schema;

/// <summary>The machine's clock, for the few official members that stamp an activity and whose signatures take no clock.</summary>
internal static class SystemTime
{
#pragma warning disable RS0030 // The stamp is for people who look at a log; no rule of a bot may read it as the time.
    public static DateTimeOffset Now => DateTimeOffset.UtcNow;
#pragma warning restore RS0030
}

/// <summary>The machine's clock, for what holds for a time by the machine's clock: the tokens of others.</summary>
internal sealed class SystemClock : TimeProvider;
