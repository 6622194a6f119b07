using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>A notice in the JSON form of the import contract: one object, unknown values null, Chinese as it is.</summary>
public static class NoticeJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        // The text goes to a terminal or a file, never into a page: Chinese and quotes stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Write(Notice notice, Language language = Language.Chinese) => JsonSerializer.Serialize(
        new { Plan = Form(notice.Plan), Tasks = notice.Tasks.Select(Form), Warnings = notice.Warnings.Select(warning => new { warning.Line, Message = warning.Message(language) }) },
        Options);

    private static object Form(NoticePlan plan) => new
    {
        plan.Title, plan.Issuer, plan.DocumentNumber, plan.IssuedOn, plan.StartsOn, plan.EndsOn,
        Reporting = plan.Reporting is { } rule ? Form(rule) : null,
        Contact = plan.Contact,
    };

    private static object Form(NoticeReporting rule) =>
        new { rule.Frequency, rule.DueRule, FirstPeriod = rule.FirstPeriod?.ToString(), rule.Evidence, rule.Sections, rule.Recipient, rule.LeadOnly };

    private static object Form(NoticeTask task) => new { task.Number, task.Title, task.Text, task.Line, task.Deadline, task.Milestones, task.Units };
}
