namespace PlanBot.Channels.DingTalk;

/// <summary>The Stream mode's times. Source: what DingTalk's own clients do, and what is reported of sockets that die half.</summary>
public sealed record StreamPace
{
    /// <summary>Without any frame for so long the socket is dead, whatever the line says; the gateway asks every 20 to 30 s.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>How often the line itself is asked.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>First wait before connecting again; it doubles with each further failure.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Also after wrong credentials, which are an alarm.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an announced end is waited for once the next socket is open.</summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long opening may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);
}
