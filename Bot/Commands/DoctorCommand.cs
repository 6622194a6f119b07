using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Texts;
using PlanBot.UseCases.Doctor;

namespace PlanBot.Commands;

/// <summary><c>doctor [--json] [--language en] [--package app.zip]</c>: looks at settings, database, addresses and Teams, one line for each, with the remedy. Changes nothing. Exit 1 when something failed.</summary>
public static class DoctorCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="explain">One line for settings that the program cannot be built from; null for what is no setting's fault.</param>
    public static Command Create(ICommandServices services, Func<Exception, string?> explain)
    {
        var json = new Option<bool>("--json") { Description = "输出一个 JSON 对象。 Print one JSON object." };
        var language = LanguageOption.Create();
        var package = new Option<string?>("--package") { Description = "要核对的 Teams 应用包，默认 planbot-teams.zip。 The Teams app package to compare." };
        var command = new Command("doctor", "检查配置、数据库、网址和 Teams，逐项给出办法，不作改动。 Checks settings, database, addresses and Teams, with remedies; changes nothing.") { json, language, package };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var findings = await ExamineAsync(services, explain, parsed.GetValue(package), cancellationToken);
            var (output, spoken) = (parsed.InvocationConfiguration.Output, Languages.Parse(parsed.GetValue(language)));
            if (parsed.GetValue(json))
                await output.WriteLineAsync(AsJson(findings, spoken));
            else
                await WriteAsync(output, findings, spoken);
            return findings.Any(IsFailed) ? ExitCode.BadInput : ExitCode.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Finding>> ExamineAsync(ICommandServices services, Func<Exception, string?> explain, string? package, CancellationToken cancellationToken)
    {
        try
        {
            return await services.RunUnpreparedAsync(
                async (scope, token) =>
                {
                    scope.GetRequiredService<DoctorOrder>().Package = package;
                    IReadOnlyList<Finding> findings = [new("settings", FindingState.Ok, "settings"), .. await scope.GetRequiredService<Examine>().RunAsync(token)];
                    return findings;
                },
                cancellationToken);
        }
        catch (Exception exception) when (explain(exception) is not null)
        {
            return [new("settings", FindingState.Failed, "broken-settings", explain(exception)!)];
        }
    }

    private static async Task WriteAsync(TextWriter output, IReadOnlyList<Finding> findings, Language language)
    {
        foreach (var found in findings)
            await output.WriteLineAsync(DoctorTexts.Line(found.Check, Code(found.State), DoctorWords.Of(found.Reason, found.Details), language));
        await output.WriteLineAsync(DoctorTexts.Sum(findings.Count, findings.Count(found => found.State == FindingState.Warning), findings.Count(IsFailed), language));
    }

    private static string AsJson(IReadOnlyList<Finding> findings, Language language) => JsonSerializer.Serialize(
        new
        {
            Ok = !findings.Any(IsFailed),
            Checks = findings.Select(found => new
            {
                found.Check, State = Code(found.State), found.Reason,
                Message = DoctorTexts.Message(DoctorWords.Of(found.Reason, found.Details), language), Remedy = DoctorTexts.Remedy(DoctorWords.Of(found.Reason, found.Details), language),
            }),
        },
        Json);

    private static string Code(FindingState state) => state switch
    {
        FindingState.Ok => "ok",
        FindingState.Warning => "warning",
        FindingState.Failed => "failed",
        _ => "off",
    };

    private static bool IsFailed(Finding found) => found.State == FindingState.Failed;
}
