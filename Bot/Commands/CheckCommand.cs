using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Commands;

/// <summary><c>check [--json]</c>: reads the whole ledger and says whether it is consistent; changes nothing, and may run beside the service. Exit 1 when it is not.</summary>
public static class CheckCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(ICommandServices services)
    {
        var json = new Option<bool>("--json") { Description = "输出一个 JSON 对象。 Print one JSON object." };
        var command = new Command("check", "核对账目是否一致，不作改动。 Checks that the ledger is consistent; changes nothing.") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var report = await services.RunOnExistingAsync((scope, token) => scope.GetRequiredService<CheckLedger>().RunAsync(lookedAt: null, token), cancellationToken);
            await WriteAsync(parsed.InvocationConfiguration.Output, report, parsed.GetValue(json));
            return report.Violations.Count == 0 ? ExitCode.Done : ExitCode.BadInput;
        });
        return command;
    }

    private static async Task WriteAsync(TextWriter output, LedgerReport report, bool asJson)
    {
        if (asJson)
        {
            var violations = report.Violations.Select(
                found => new { found.Rule, found.Id, found.Detail, Message = CheckTexts.Violation(found.Rule, found.Id, found.Detail) });
            await output.WriteLineAsync(JsonSerializer.Serialize(new { report.Checked, violations }, Json));
            return;
        }
        if (report.Violations.Count == 0)
        {
            await output.WriteLineAsync(CheckTexts.AllIsWell(report.Checked));
            return;
        }
        foreach (var found in report.Violations)
            await output.WriteLineAsync(CheckTexts.Violation(found.Rule, found.Id, found.Detail));
        await output.WriteLineAsync(CheckTexts.Remedy(CheckLedger.Shown));
    }
}
