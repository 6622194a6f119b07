using System.ComponentModel.DataAnnotations;

namespace PlanBot.UseCases;

/// <summary>Section "Reminders:Sending" of appsettings.json: how the outbox is emptied.</summary>
public sealed class SendingOptions
{
    public const string Section = "Reminders:Sending";

    /// <summary>How long one node may hold a message before another may send it.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "01:00:00")] public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Messages taken at a time; after a crash so many wait for their lease to end.</summary>
    [Range(1, 1000)] public int Batch { get; init; } = 16;

    /// <summary>Messages that one person gets on one day; an urging and <see cref="LastCall"/> go out all the same.</summary>
    [Range(1, 100)] public int DailyCeiling { get; init; } = 3;

    /// <summary>Key of the step that no ceiling stops: the last one before the deadline.</summary>
    public string LastCall { get; init; } = "due-afternoon";

    /// <summary>Attempts before a message counts as failed.</summary>
    [Range(1, 100)] public int Attempts { get; init; } = 8;

    /// <summary>Wait after the first failed attempt; it doubles with each further one, up to <see cref="LongestWait"/>, and is stretched by chance by up to a quarter.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")] public TimeSpan FirstWait { get; init; } = TimeSpan.FromMinutes(1);

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")] public TimeSpan LongestWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Working time between two urgings of one person.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "5.00:00:00")] public TimeSpan UrgingCoolDown { get; init; } = TimeSpan.FromHours(4);
}
