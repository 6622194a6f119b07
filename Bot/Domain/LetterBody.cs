using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Encodings.Web;
using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>What a letter says, whatever the language it will be worded in. Kept as JSON until it leaves: names of kinds and members are never changed, only added to.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RulingLetter), "ruling")]
[JsonDerivedType(typeof(RequestLetter), "request")]
[JsonDerivedType(typeof(DecisionLetter), "decision")]
[JsonDerivedType(typeof(WithdrawnLetter), "withdrawn")]
[JsonDerivedType(typeof(ContactLetter), "contact")]
[JsonDerivedType(typeof(SignOffLetter), "sign-off")]
[JsonDerivedType(typeof(TakenBackLetter), "request-taken-back")]
[JsonDerivedType(typeof(AnnouncementLetter), "announcement")]
[JsonDerivedType(typeof(NoteLetter), "note")]
[JsonDerivedType(typeof(EscalationLetter), "escalation")]
[JsonDerivedType(typeof(AbsenceLetter), "absence")]
[JsonDerivedType(typeof(MovedLetter), "moved")]
[JsonDerivedType(typeof(QuotaLetter), "quota")]
public abstract record LetterBody
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">The text is no letter of this program.</exception>
    public static LetterBody Read(string json) => JsonSerializer.Deserialize<LetterBody>(json, Json) ?? throw new JsonException("The letter is empty.");
}

/// <summary>To a unit: what was decided about its reports.</summary>
/// <param name="Period">Key of the period, e.g. 2020Q1.</param>
/// <param name="IsUndone">The ruling was taken back: all is as before.</param>
public sealed record RulingLetter(RulingKind Ruling, string UnitName, string Period, IReadOnlyList<LetterTask> Tasks, string? Reason, bool IsUndone = false) : LetterBody;

/// <param name="Ordinal">Place among the unit's own tasks: 第二项.</param>
/// <param name="DueOn">As it is now.</param>
public sealed record LetterTask(int Ordinal, string Name, DateOnly DueOn);

/// <summary>To the coordinators: somebody asks for something.</summary>
/// <param name="Text">In the asker's own words; null when none were given.</param>
/// <param name="Until">The due date asked for, or the day from which somebody else takes over.</param>
/// <param name="Successor">Who takes over, and how to reach them.</param>
public sealed record RequestLetter(
    int Number, RequestKind Request, string By, string? UnitName, string? Period, IReadOnlyList<LetterTask> Tasks, string? Text, DateOnly? Until, string? Successor = null) : LetterBody;

/// <summary>To whoever asked: what the coordinators decided.</summary>
/// <param name="IsTakenBack">They have taken their decision back: it waits again.</param>
public sealed record DecisionLetter(int Number, RequestKind Request, bool IsGranted, string? UnitName, string? Period, IReadOnlyList<LetterTask> Tasks, string? Reason, bool IsTakenBack = false) : LetterBody;

/// <summary>To the coordinators: whoever asked has taken the request back.</summary>
public sealed record TakenBackLetter(int Number, RequestKind Request, string By) : LetterBody;

/// <summary>To the coordinators: a unit has taken reports back.</summary>
/// <param name="IsUndone">It has changed its mind: they count again.</param>
public sealed record WithdrawnLetter(string By, string UnitName, string Period, IReadOnlyList<LetterTask> Tasks, bool IsUndone = false) : LetterBody;

/// <summary>To the old contact and the new one.</summary>
/// <param name="Old">Names; empty when the unit had no contact.</param>
/// <param name="From">First day of the new contact.</param>
/// <param name="IsUndone">The change was taken back: all is as before.</param>
public sealed record ContactLetter(string UnitName, IReadOnlyList<string> Old, string Next, ContactKind Kind, DateOnly From, bool IsUndone = false) : LetterBody
{
    /// <summary>Those of <see cref="Old"/> stay on as backups.</summary>
    public bool KeepsOldAsBackup { get; init; }
}

/// <summary>To a unit's leader: a report waits for their agreement.</summary>
public sealed record SignOffLetter(string UnitName, string Period, string By, IReadOnlyList<LetterTask> Tasks) : LetterBody;

/// <summary>To the coordinators: an escalation has come and waits for their word.</summary>
/// <param name="Period">Key of the period.</param>
/// <param name="Units">Those that are overdue, in the notice's order.</param>
/// <param name="Reaches">Whom it would reach.</param>
public sealed record EscalationLetter(string Plan, string Period, IReadOnlyList<string> Units, StepAudience Reaches) : LetterBody;

/// <summary>To the coordinators, to the deputy, and to whoever is away where somebody else has said so.</summary>
/// <param name="Until">Last day; null until they are back.</param>
/// <param name="Deputy">Null where the backup stands in.</param>
/// <param name="IsEnded">They are back, or it was taken back.</param>
public sealed record AbsenceLetter(string Name, DateOnly From, DateOnly? Until, string? Deputy, bool IsEnded) : LetterBody;

/// <summary>To the coordinators and to whoever still has to report: the holiday list has moved the due day of a period.</summary>
/// <param name="Period">Key of the period.</param>
/// <param name="Holidays">Those that the count passes over, or that it touches.</param>
/// <param name="WorkedWeekends">Weekend days in it that are worked.</param>
public sealed record MovedLetter(
    string Plan, string Period, DateOnly OldDueOn, DateOnly NewDueOn, bool IsProvisional, IReadOnlyList<HolidaySpan> Holidays, IReadOnlyList<DateOnly> WorkedWeekends) : LetterBody;

/// <summary>To the coordinators: what is used of DingTalk's monthly quota, when that is nearly all.</summary>
public sealed record QuotaLetter(long Calls, long CallsPerMonth, long Messages, long MessagesPerMonth) : LetterBody;

/// <summary>To many: a coordinator's own words.</summary>
/// <param name="Text">As it was typed.</param>
public sealed record AnnouncementLetter(string Text) : LetterBody;

/// <summary>A coordinator's own words in an urging; they stand in its messages and are no message by themselves.</summary>
public sealed record NoteLetter(string Text) : LetterBody;
