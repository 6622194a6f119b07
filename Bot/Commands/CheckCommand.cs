using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Commands;

/// <summary><c>check [--json]</c>: reads the whole ledger and says whether it is consistent; changes nothing, and may run beside the service. Exit 1 when it is not.
/// <c>--fill</c> asks, in periods under way, those responsible for tasks without a lead whom nobody has asked yet.</summary>
public static class CheckCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(ICommandServices services)
    {
        var json = new Option<bool>("--json") { Description = "输出一个 JSON 对象。 Print one JSON object." };
        var fill = new Option<bool>("--fill") { Description = "给没有牵头单位的任务补上本期应报。 Asks for reports on tasks without a lead that a period under way lacks." };
        var command = new Command("check", "核对账目是否一致，不作改动。 Checks that the ledger is consistent; changes nothing.") { json, fill };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(fill))
            {
                var filled = await services.RunOnExistingAsync((scope, token) => scope.GetRequiredService<FillUnasked>().RunAsync(token), cancellationToken);
                await output.WriteLineAsync(CheckTexts.Filled([.. filled.Select(Words)]));
                return ExitCode.Done;
            }
            var (report, unasked) = await services.RunOnExistingAsync(
                async (scope, token) => (await scope.GetRequiredService<CheckLedger>().RunAsync(lookedAt: null, token), await scope.GetRequiredService<FillUnasked>().ShowAsync(token)), cancellationToken);
            await WriteAsync(output, report, unasked, parsed.GetValue(json));
            return report.Violations.Count == 0 ? ExitCode.Done : ExitCode.BadInput;
        });
        return command;
    }

    private static UnaskedWords Words(UnaskedPeriod period) => new(period.Title, period.Period, period.DueOn, period.Tasks, period.Units, period.IsPastDue);

    private static async Task WriteAsync(TextWriter output, LedgerReport report, IReadOnlyList<UnaskedPeriod> unasked, bool asJson)
    {
        if (asJson)
        {
            var violations = report.Violations.Select(
                found => new { found.Rule, found.Id, found.Detail, Message = CheckTexts.Violation(found.Rule, found.Id, found.Detail) });
            await output.WriteLineAsync(JsonSerializer.Serialize(new { report.Checked, violations, unasked = unasked.Select(period => new { plan = period.Title, period = period.Period.ToString(), period.DueOn, period.Tasks, period.Units, period.IsPastDue }) }, Json));
            return;
        }
        foreach (var period in unasked)
            await output.WriteLineAsync(CheckTexts.Unasked(Words(period)));
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
