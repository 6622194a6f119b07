using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Understanding;

/// <summary>What was made of an utterance.</summary>
public sealed record Understood
{
    public required string Raw { get; init; }

    /// <summary>The normalised form that was matched.</summary>
    public required string Plain { get; init; }

    public required Intent Intent { get; init; }

    /// <summary>0 to 1. A report's own words often hold a command's: the more of the utterance a command leaves unexplained, the lower.</summary>
    public required double Confidence { get; init; }

    public PeriodMention? Period { get; init; }

    /// <summary>In the order named.</summary>
    public IReadOnlyList<UnitMention> Units { get; init; } = [];

    /// <summary>Task numbers among a unit's own, in the order named; -1 is the last one.</summary>
    public IReadOnlyList<int> Tasks { get; init; } = [];

    public bool AllTasks { get; init; }
    public SectionKind? Section { get; init; }
    public bool IsQuestion { get; init; }

    /// <summary>The last words ask: 报了吗, 交了没, done yet? A statement may hold a question word, but seldom at its end.</summary>
    public bool EndsAsQuestion { get; init; }

    /// <summary>Words that no rule explained; in a question about a unit, most likely its name.</summary>
    public string Leftover { get; init; } = "";

    /// <summary>Null when the text shows none.</summary>
    public Language? Language { get; init; }

    public UnitMention? Unit => Units.Count > 0 ? Units[0] : null;

    public bool IsSure(double threshold) => Intent != Intent.None && Confidence >= threshold;
}
