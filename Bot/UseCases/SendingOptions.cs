using System.ComponentModel.DataAnnotations;

namespace PlanBot.UseCases;

/// <summary>Section "Reminders:Sending" of appsettings.json: how the outbox is emptied.</summary>
public sealed class SendingOptions : IValidatableObject
{
    public const string Section = "Reminders:Sending";

    /// <summary>How long one node may hold a message before another may send it.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "01:00:00")] public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a channel may take over one message. It is begun only while its lease lasts longer.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")] public TimeSpan HandOver { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Messages taken at a time; after a crash so many wait for their lease to end.</summary>
    [Range(1, 1000)] public int Batch { get; init; } = 64;

    /// <summary>Messages that one node sends at the same time, each to another person.</summary>
    [Range(1, 256)] public int AtOnce { get; init; } = 8;

    /// <summary>Messages that one person gets on one day. An urging, a letter, a digest, a coordinator's escalation and <see cref="LastCall"/> go out all the same.</summary>
    [Range(1, 100)] public int DailyCeiling { get; init; } = 3;

    /// <summary>Key of the step that no ceiling stops: the last one before the deadline.</summary>
    public string LastCall { get; init; } = "due-afternoon";

    /// <summary>Times a message is handed over before it counts as failed; what a channel that is down does not take is not counted.</summary>
    [Range(1, 100)] public int Attempts { get; init; } = 8;

    /// <summary>Wait after the first failed try; it doubles with each further one, up to <see cref="LongestWait"/>, and is stretched by chance by up to a quarter.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")] public TimeSpan FirstWait { get; init; } = TimeSpan.FromMinutes(1);

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")] public TimeSpan LongestWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Working time between two urgings of one person.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "5.00:00:00")] public TimeSpan UrgingCoolDown { get; init; } = TimeSpan.FromHours(4);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Lease < HandOver * 2)
            yield return new($"{Section}:{nameof(Lease)} must be at least twice {Section}:{nameof(HandOver)}, else hardly a message could be begun");
    }
}
