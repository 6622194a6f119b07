using System.Globalization;

namespace PlanBot.Dialogs.Reporting;

/// <summary>What a form costs whoever fills it in. Pure.</summary>
public static class FormEffort
{
    /// <summary>The form as its next question is put, or its summary shown.</summary>
    public static ReportForm Counted(this ReportForm form, DateTimeOffset now)
    {
        var started = form with { StartedAt = form.StartedAt ?? now };
        return form.Missing is { } question
            ? started with { Asked = [.. form.Asked, string.Create(CultureInfo.InvariantCulture, $"{question.Kind}:{question.Section?.Ordinal}:{string.Join(',', question.Tasks)}")] }
            : started;
    }

    /// <summary>Questions that had been put before.</summary>
    public static int Repeated(this ReportForm form) => form.Asked.Count - form.Asked.Distinct().Count();
}
