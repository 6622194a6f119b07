using System.ComponentModel.DataAnnotations;

namespace PlanBot.Channels.Browser;

/// <summary>Section "Channels:Browser".</summary>
public sealed class BrowserOptions
{
    /// <summary>The activities' channelId.</summary>
    public const string Channel = "directline";

    /// <summary>What a trusted server presents to make tokens; without it only signed-in people and the demo get tokens.</summary>
    [MinLength(16)] public string? Secret { get; set; }

    /// <summary>Address under which people reach PlanBot, e.g. https://planbot.example.gov.cn; the request's own address when empty.</summary>
    [Url] public string? PublicUrl { get; set; }

    /// <summary>Activities that one conversation may post in a row before it has to slow down to <see cref="MessagesPerSecond"/>.</summary>
    [Range(1, 100_000)] public int MessageBurst { get; set; } = 300;

    [Range(1, 10_000)] public int MessagesPerSecond { get; set; } = 20;

    /// <summary>Turns of one conversation that may wait for each other; more at a time is no person.</summary>
    [Range(1, 1000)] public int WaitingTurns { get; set; } = 16;

    /// <summary>Bytes of one upload, all files together.</summary>
    [Range(1, 100 * 1024 * 1024)] public int UploadLimit { get; set; } = 4 * 1024 * 1024;

    /// <summary>Days that a browser stays signed in.</summary>
    [Range(1, 366)] public int SignInDays { get; set; } = 90;
}
