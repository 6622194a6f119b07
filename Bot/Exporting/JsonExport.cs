using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Exporting;

/// <summary>The period as one JSON object: plan, period, due date, and a row for each obligation with its texts by section name.</summary>
internal static class JsonExport
{
    public static async Task WriteAsync(PeriodExport export, Stream stream, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("plan", export.Plan.Title);
        json.WriteString("issuer", export.Plan.Issuer);
        json.WriteString("period", export.Period.Period.ToString());
        json.WriteString("dueOn", Texts.Days.Iso(export.Period.DueOn));
        json.WriteBoolean("dueProvisional", export.Period.IsProvisional);
        json.WriteString("exportedAt", export.Now);
        json.WriteStartArray("rows");
        await foreach (var row in export.Rows)
        {
            Write(json, export, row);
            if (json.BytesPending > 64 * 1024)
                await json.FlushAsync(cancellationToken);
        }
        json.WriteEndArray();
        WriteBurden(json, export);
        json.WriteEndObject();
    }

    /// <summary>The load by unit, and of all together.</summary>
    private static void WriteBurden(Utf8JsonWriter json, PeriodExport export)
    {
        var all = BurdenFigures.Of(export.Burden);
        json.WriteStartObject("burden");
        json.WriteNumber("messages", all.Messages);
        json.WriteNumber("people", all.People);
        json.WriteNumber("mostForOnePerson", all.Most);
        json.WriteNumber("reports", all.Reports);
        if (all.MedianMinutes is { } median)
            json.WriteNumber("medianMinutes", Math.Round(median, 1));
        else
            json.WriteNull("medianMinutes");
        json.WriteNumber("questions", all.Questions);
        json.WriteNumber("askedTwice", all.Repeated);
        json.WriteStartArray("units");
        foreach (var unit in export.Burden)
        {
            json.WriteStartObject();
            json.WriteString("unit", unit.UnitName);
            json.WriteNumber("reminders", unit.Reminders);
            json.WriteNumber("urgings", unit.Urgings);
            json.WriteNumber("letters", unit.Letters);
            json.WriteNumber("people", unit.People);
            json.WriteNumber("reports", unit.Minutes.Count);
            json.WriteNumber("questions", unit.Questions);
            json.WriteNumber("askedTwice", unit.Repeated);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PeriodExport export, Data.Queries.ExportRow row)
    {
        var owed = row.Owed;
        json.WriteStartObject();
        json.WriteString("unit", owed.UnitName);
        json.WriteNumber("unitTask", owed.UnitTaskOrdinal);
        json.WriteString("number", owed.TaskNumber);
        json.WriteString("title", owed.TaskTitle);
        json.WriteString("text", owed.TaskText);
        json.WriteString("role", Camel(owed.Role.ToString()));
        json.WriteString("state", Camel(owed.State.ToString()));
        json.WriteBoolean("late", !owed.IsOpen && owed.State != ObligationState.Waived && owed.IsLate);
        json.WriteBoolean("overdue", owed.IsOverdue(export.Now));
        json.WriteNumber("version", owed.Version);
        if (owed.SubmittedAt is { } at && !owed.IsOpen)
            json.WriteString("submittedAt", at);
        else
            json.WriteNull("submittedAt");
        json.WriteString("dueOn", Texts.Days.Iso(owed.DueOn));
        json.WriteStartObject("sections");
        foreach (var section in export.Plan.Reporting.Sections.OrderBy(section => section.Ordinal).Where(section => row.Sections.ContainsKey(section.Ordinal)))
            json.WriteString(section.Name, row.Sections[section.Ordinal]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
