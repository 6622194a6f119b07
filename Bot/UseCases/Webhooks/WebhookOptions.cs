using System.ComponentModel.DataAnnotations;
using System.Net;

namespace PlanBot.UseCases.Webhooks;

/// <summary>Section "Webhooks": what other systems are told, and where they may be.</summary>
public sealed class WebhookOptions : IValidatableObject
{
    public const string Section = "Webhooks";

    /// <summary>Private networks in which systems may be told, e.g. 10.20.0.0/16; none of them is reached otherwise.</summary>
    public string[] AllowedNetworks { get; init; } = [];

    /// <summary>This machine itself, by plain http too. On in Development.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>How long the other side may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")] public TimeSpan HandOver { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one node may hold messages before another may send them.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "01:00:00")] public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Messages taken at a time.</summary>
    [Range(1, 1000)] public int Batch { get; init; } = 50;

    /// <summary>Wait after the first failure; it doubles with each further one, up to <see cref="LongestWait"/>, and is stretched by chance by up to a quarter.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")] public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(10);

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")] public TimeSpan LongestWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A message that is so old is tried no more.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")] public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How long it is kept what became of a message.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")] public TimeSpan Keep { get; init; } = TimeSpan.FromDays(30);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var network in AllowedNetworks.Where(network => !IPNetwork.TryParse(network, out _)))
            yield return new($"{Section}:{nameof(AllowedNetworks)} holds \"{network}\"; write a network such as 10.20.0.0/16");
        if (Lease < HandOver * 2)
            yield return new($"{Section}:{nameof(Lease)} must be at least twice {Section}:{nameof(HandOver)}, else hardly a message could be begun");
    }
}
