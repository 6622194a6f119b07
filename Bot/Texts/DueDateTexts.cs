using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>Says why a report is due when it is.</summary>
public static class DueDateTexts
{
    /// <summary>E.g. 10月1日至8日国庆节、中秋节放假；10月10日（周六）上班；第三个工作日为10月12日（周一）. One sentence without its full stop; a provisional date says so.</summary>
    public static string Explain(DueDateExplanation explanation, Language language) =>
        language.In(Chinese(explanation), English(explanation));

    /// <summary>The documents that the date rests on, e.g. 依据：国办发明电〔2019〕16号; null when none is loaded.</summary>
    public static string? Sources(DueDateExplanation explanation, Language language) => explanation.Documents switch
    {
        [] => null,
        var documents when language == Language.English => $"Source: {string.Join(", ", documents)}",
        var documents => $"依据：{string.Join('、', documents)}",
    };

    private static string Chinese(DueDateExplanation e)
    {
        var dates = new ChineseDates(WithYear: SpansYears(e));
        var due = dates.Weekday(e.Due.Day) + e.Due.Time?.ToString("HH:mm", CultureInfo.InvariantCulture);
        var clauses = new List<string>();
        clauses.AddRange(e.Holidays.Select(holiday => $"{dates.Span(holiday)}{holiday.Name}放假"));
        if (e.WorkedWeekends.Count > 0)
            clauses.Add($"{string.Join('、', e.WorkedWeekends.Select(dates.Weekday))}上班");
        var named = e.Due.Day == e.Named ? due : dates.Weekday(e.Named);
        clauses.Add(e switch
        {
            { WorkingDay: > 0 } => $"{From()}第{Numerals.Chinese(e.WorkingDay)}个工作日为{named}",
            { WorkingDay: < 0 } => $"期末（{dates.Day(e.CountedFrom!.Value)}）前第{Numerals.Chinese(-e.WorkingDay)}个工作日为{named}",
            _ => $"规定时间为{named}",
        });
        if (e.Shifted != e.Named)
            clauses.Add($"当日不上班，{(e.Shifted < e.Named ? "提前至" : "顺延至")}{(e.Due.Day == e.Shifted ? due : dates.Weekday(e.Shifted))}");
        if (e.Due.Day != e.Shifted)
            clauses.Add($"不含当日，最迟为前一个工作日{due}");
        if (e.LastWorkingDay != e.Due.Day)
            clauses.Add($"当日不上班，截止日期不变；此前最后一个工作日为{dates.Weekday(e.LastWorkingDay)}");
        if (e.Due.IsProvisional)
            clauses.Add($"{string.Join('、', e.MissingYears)}年放假安排尚未载入，仅按周末推算，日期暂定");
        return string.Join('；', clauses);

        // Without a holiday to open with, the sentence says where the count began.
        string From() => clauses.Count > 0 ? "" : $"自{dates.Day(e.CountedFrom!.Value)}起{(e.PassesWeekend ? "，周末不计，" : "")}";
    }

    private static string English(DueDateExplanation e)
    {
        var dates = new EnglishDates(WithYear: SpansYears(e));
        var due = dates.Weekday(e.Due.Day) + e.Due.Time?.ToString(" HH:mm", CultureInfo.InvariantCulture);
        var clauses = new List<string>();
        clauses.AddRange(e.Holidays.Select(holiday => $"{dates.Span(holiday)} holiday ({EnglishDates.Holiday(holiday.Name)})"));
        if (e.WorkedWeekends.Count > 0)
            clauses.Add($"{string.Join(", ", e.WorkedWeekends.Select(dates.Weekday))} worked");
        var named = e.Due.Day == e.Named ? due : dates.Weekday(e.Named);
        clauses.Add(e switch
        {
            { WorkingDay: > 0 } => $"{From()}{EnglishDates.Ordinal(e.WorkingDay)} working day {named}",
            { WorkingDay: < 0 } => $"{EnglishDates.Ordinal(-e.WorkingDay)} working day before the period's end ({dates.Day(e.CountedFrom!.Value)}): {named}",
            _ => $"set for {named}",
        });
        if (e.Shifted != e.Named)
            clauses.Add($"not worked, so {(e.Shifted < e.Named ? "back" : "on")} to {(e.Due.Day == e.Shifted ? due : dates.Weekday(e.Shifted))}");
        if (e.Due.Day != e.Shifted)
            clauses.Add($"that day not included, so the working day before, {due}");
        if (e.LastWorkingDay != e.Due.Day)
            clauses.Add($"not worked; last working day before it {dates.Weekday(e.LastWorkingDay)}");
        if (e.Due.IsProvisional)
            clauses.Add($"provisional: holidays of {string.Join(", ", e.MissingYears)} not loaded, only weekends left out");
        return string.Join("; ", clauses);

        string From() => clauses.Count > 0 ? "" : $"from {dates.Day(e.CountedFrom!.Value)}{(e.PassesWeekend ? ", weekends left out," : "")} ";
    }

    // Years are said only where two meet: beside a due date of 2019 nobody needs them for the rest.
    private static bool SpansYears(DueDateExplanation e) =>
        e.Holidays.SelectMany(holiday => new[] { holiday.From, holiday.To }).Concat(e.WorkedWeekends)
            .Append(e.CountedFrom ?? e.Named).Append(e.Named).Append(e.LastWorkingDay).Any(day => day.Year != e.Due.Day.Year);
}
