using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Understanding;

/// <summary>What was made of an utterance. What depends on the day or on a plan (periods, dates) is a mention here and becomes a value when it is asked for.</summary>
public sealed record Understood
{
    public required string Raw { get; init; }

    /// <summary>The normalised form that was matched; blank for a text too long to be a command.</summary>
    public required string Plain { get; init; }

    public required Intent Intent { get; init; }

    /// <summary>0 to 1. A report's own words often hold a command's: the more of the utterance a command leaves unexplained, the lower.</summary>
    public required double Confidence { get; init; }

    /// <summary>What else it may mean, the likeliest first, <see cref="Intent"/> itself left out; each intent once.</summary>
    public IReadOnlyList<Meaning> Others { get; init; } = [];

    /// <summary>No rule found <see cref="Intent"/>: examples are like it.</summary>
    public bool IsByExample { get; init; }

    /// <summary>0 to 1: how like texts of reports it is, as far as examples tell.</summary>
    public double LikeReport { get; init; }

    /// <summary>Ideas that were found and the words for them, in the order of the text: the ground on which it was understood so.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The first of <see cref="Periods"/>.</summary>
    public PeriodMention? Period => Periods.Count > 0 ? Periods[0] : null;

    /// <summary>In the order named; 前三季度 is one mention of three periods.</summary>
    public IReadOnlyList<PeriodMention> Periods { get; init; } = [];

    /// <summary>Plans that the words name, by title, by words of it, or by who issued it; empty when they name none.</summary>
    public IReadOnlyList<Guid> Plans { get; init; } = [];

    /// <summary>In the order named.</summary>
    public IReadOnlyList<UnitMention> Units { get; init; } = [];

    /// <summary>Task numbers among a unit's own, in the order named; -1 is the last one.</summary>
    public IReadOnlyList<int> Tasks { get; init; } = [];

    /// <summary>学科建设那项: words of the subject of a task, to be looked for with <see cref="TaskSubjects"/> among the tasks that can be meant; null when none is named so.</summary>
    public string? TaskSubject { get; init; }

    public bool AllTasks { get; init; }

    /// <summary>这项, that one: one task is meant, and neither a number nor what was spoken of before tells which.</summary>
    public bool IsOneTask { get; init; }
    public SectionKind? Section { get; init; }

    /// <summary>A day or time: until when, from when; null when none is named.</summary>
    public DateMention? When { get; init; }

    /// <summary>多给两天: how many working days; a week is five. Null when no number is said.</summary>
    public int? Days { get; init; }

    /// <summary>Why, as typed: 缺数字 in 打回去，缺数字. Looked for only with intents that want a reason; null when none is given.</summary>
    public string? Reason { get; init; }

    /// <summary>The person who is named, with how to reach them; null when nobody is. Looked for only with intents about people.</summary>
    public PersonMention? NewPerson { get; init; }

    /// <summary>备用联络员, 分管领导: what the person named is to be; null when it is not said.</summary>
    public ContactKind? ContactKind { get; init; }

    /// <summary>The text of a broadcast, word for word as typed; null when it is still to be asked for.</summary>
    public string? Text { get; init; }

    /// <summary>同意申请3: the number of a request; null when none is said.</summary>
    public int? Request { get; init; }

    /// <summary>Of a report: 第2版; null when none is said.</summary>
    public int? Version { get; init; }

    /// <summary>Of an export: docx, xlsx, csv, json; null when it is not said.</summary>
    public string? Format { get; init; }

    /// <summary>它, 他们, 上面那几家: refers to what was spoken of before.</summary>
    public Reference Refers { get; init; }

    /// <summary>With <see cref="Reference.List"/>: the question whose list is meant, filled in from the last turns; None when there was no list.</summary>
    public Intent ListOf { get; init; }

    /// <summary>不对，是二季度: the last question is to be put again with this part replaced.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>The structure of the whole sentence was understood: it is one wish and is not taken apart.</summary>
    public bool IsWhole { get; init; }

    public bool IsQuestion { get; init; }

    /// <summary>The last words ask: 报了吗, 交了没, done yet? A statement may hold a question word, but seldom at its end.</summary>
    public bool EndsAsQuestion { get; init; }

    /// <summary>Words that no rule explained, run together.</summary>
    public string Leftover { get; init; } = "";

    /// <summary>What is looked for in the reports, as typed: 经费 in 哪家提到经费了. Null for every other question.</summary>
    public string? Mentioned { get; init; }

    /// <summary>Words that look like the name of a unit which the plan does not have; null when none do, or a unit is named.</summary>
    public string? UnknownName { get; init; }

    /// <summary>先别发: the order for a step, in words that name the step; null where it stands in <see cref="Plain"/>, or there is none.</summary>
    public string? StepOrder { get; init; }

    /// <summary>Words by which a list was to be narrowed and that were not understood: it is said so, and never is the whole list shown instead; null when all of them were, or none were said.</summary>
    public string? UnreadFilter { get; init; }

    /// <summary>With <see cref="UnreadFilter"/>: names of the units that were shown before and may be meant; most often empty.</summary>
    public IReadOnlyList<string> UnreadShown { get; init; } = [];

    /// <summary>Null when the text shows none.</summary>
    public Language? Language { get; init; }

    public UnitMention? Unit => Units.Count > 0 ? Units[0] : null;

    public bool IsSure(double threshold) => Intent != Intent.None && Confidence >= threshold;
}

/// <summary>One of the things an utterance may mean.</summary>
/// <param name="Confidence">0 to 1, comparable within one utterance.</param>
public sealed record Meaning(Intent Intent, double Confidence);

/// <summary>An idea and the words that stand for it; @Unit, @Period, @Task and the like where something is named.</summary>
public sealed record Evidence(string Idea, string Words);

/// <summary>What a pronoun stands for.</summary>
public enum Reference
{
    None = 0,

    /// <summary>它, 该单位, 这家: the unit that was spoken of.</summary>
    Unit = 1,

    /// <summary>他们, 上面那几家, 这些单位: the units of the last list.</summary>
    List = 2,
}
