using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlanBot.Data.Model;

/// <summary>When the report on a period is due (报送时限), as the notice says it. Serialised in the form of the import contract: <c>{"kind":"workingDayOfNextPeriod","day":3}</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(WorkingDayOfNextPeriod), "workingDayOfNextPeriod")]
[JsonDerivedType(typeof(DayOfNextPeriod), "dayOfNextPeriod")]
[JsonDerivedType(typeof(DayOfPeriod), "dayOfPeriod")]
[JsonDerivedType(typeof(EndOfPeriod), "endOfPeriod")]
[JsonDerivedType(typeof(WorkingDaysBeforePeriodEnd), "workingDaysBeforePeriodEnd")]
[JsonDerivedType(typeof(DaysOfMonth), "daysOfMonth")]
[JsonDerivedType(typeof(DaysBeforePeriodEnd), "daysBeforePeriodEnd")]
[JsonDerivedType(typeof(DayOfWeekRule), "dayOfWeek")]
[JsonDerivedType(typeof(Dates), "dates")]
public abstract record DueRule
{
    /// <summary>Time of day by which the report is due, e.g. 18:00; null means the end of the day.</summary>
    [JsonPropertyName("time"), JsonConverter(typeof(HourAndMinute)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeOnly? Time { get; init; }

    /// <summary>Where the due day moves when it is not a working day; null leaves it where it is.</summary>
    [JsonPropertyName("shift"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DueShift? Shift { get; init; }

    /// <summary>False when 前 is to exclude the day named; null and true include it.</summary>
    [JsonPropertyName("inclusive"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Inclusive { get; init; }

    /// <summary>Months, 1-12, in which the periods that are owed end; null when every period is owed.</summary>
    [JsonPropertyName("months"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Months { get; init; }

    /// <summary>What holds where a notice states no rule.</summary>
    public static DueRule Default { get; } = new WorkingDayOfNextPeriod(3);
}

/// <summary>A time of day as the contract writes it: 18:00.</summary>
internal sealed class HourAndMinute : JsonConverter<TimeOnly?>
{
    public override TimeOnly? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? TimeOnly.Parse(text, CultureInfo.InvariantCulture) : null;

    public override void Write(Utf8JsonWriter writer, TimeOnly? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.ToString("HH:mm", CultureInfo.InvariantCulture));
}

/// <param name="Day">Working day of the next period, counted from 1.</param>
public sealed record WorkingDayOfNextPeriod([property: JsonPropertyName("day")] int Day) : DueRule;

/// <param name="Day">Day of the next period's first month; past its end means its last day.</param>
public sealed record DayOfNextPeriod([property: JsonPropertyName("day")] int Day) : DueRule;

/// <param name="Month">Month within the period, counted from 1.</param>
/// <param name="Day">Day of that month; past its end means its last day.</param>
public sealed record DayOfPeriod([property: JsonPropertyName("month")] int Month, [property: JsonPropertyName("day")] int Day) : DueRule;

public sealed record EndOfPeriod : DueRule;

/// <param name="Days">Working days before the period's end.</param>
public sealed record WorkingDaysBeforePeriodEnd([property: JsonPropertyName("days")] int Days) : DueRule;

/// <param name="Days">Days of every month, each its own due day.</param>
public sealed record DaysOfMonth([property: JsonPropertyName("days")] IReadOnlyList<int> Days) : DueRule;

/// <param name="Days">Calendar days before the period's end.</param>
public sealed record DaysBeforePeriodEnd([property: JsonPropertyName("days")] int Days) : DueRule;

/// <param name="Day">1 = Monday.</param>
public sealed record DayOfWeekRule([property: JsonPropertyName("day")] int Day) : DueRule;

/// <param name="Days">The due days themselves, rising.</param>
public sealed record Dates([property: JsonPropertyName("dates")] IReadOnlyList<DateOnly> Days) : DueRule;

/// <summary>Where a due day moves that is not a working day.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DueShift>))]
public enum DueShift
{
    [JsonStringEnumMemberName("back")] Back = 1,
    [JsonStringEnumMemberName("forward")] Forward = 2,
}
