using System.CommandLine;
using System.Security.Cryptography;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Importing;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Commands;

/// <summary><c>import &lt;file&gt; [--dry-run] [--json] [--parent &lt;plan&gt;]</c>: reads a notice and, unless it is a dry run, stores it.</summary>
public static class ImportCommand
{
    public static Command Create(ICommandServices services)
    {
        var file = new Argument<string>("file") { Description = "通知文件 The notice (.docx, .xlsx, .csv, .html, .txt)" };
        var dryRun = new Option<bool>("--dry-run") { Description = "只预览，不入库 Show what would be stored; store nothing" };
        var json = new Option<bool>("--json") { Description = "输出一个 JSON 对象 Print one JSON object" };
        var parent = new Option<string?>("--parent") { Description = "上级计划的标题或编号 Title or id of the plan above" };
        var command = new Command("import", "导入通知 Read a notice") { file, dryRun, json, parent };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Order(parsed.GetRequiredValue(file), parsed.GetValue(dryRun), parsed.GetValue(json), parsed.GetValue(parent)), services,
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private sealed record Order(string File, bool DryRun, bool Json, string? Parent);

    private static async Task<int> RunAsync(Order order, ICommandServices services, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (await NoticeFile.ReadAsync(order.File, cancellationToken) is not { } content)
            return await FailAsync(error, ImportTexts.CannotRead(order.File));
        var reading = NoticeReader.Read(content, Path.GetFileName(order.File));
        if (reading is not { Notice: { } notice })
            return await FailAsync(error, ImportTexts.Refused(order.File, reading.Refusal!.Line, reading.Refusal.Message(Language.Chinese), reading.Refusal.Message(Language.English)));
        if (!order.DryRun)
        {
            var (stored, withoutContact, problem) = await services.RunAsync((provider, token) => StoreAsync(provider, order, notice, content, token), cancellationToken);
            if (stored is null)
                return await FailAsync(error, problem);
            if (stored.Differs)
                return await FailAsync(error, ImportTexts.OtherContents(stored.Plan.Title, stored.Plan.SourceName));
            await output.WriteLineAsync(order.Json ? NoticeJson.Write(notice) : ImportTexts.Preview(Summary(notice)) + ImportTexts.Stored(SummaryOf(stored, withoutContact)));
            return ExitCode.Done;
        }
        await output.WriteLineAsync(order.Json ? NoticeJson.Write(notice) : ImportTexts.Preview(Summary(notice)));
        return ExitCode.Done;
    }

    private static async Task<(ImportedPlan? Stored, int WithoutContact, string Problem)> StoreAsync(
        IServiceProvider services, Order order, Notice notice, byte[] content, CancellationToken cancellationToken)
    {
        Plan? parent = null;
        if (order.Parent is not null)
        {
            var plans = await services.GetRequiredService<IPlanRepository>().AllAsync(cancellationToken);
            parent = plans.FirstOrDefault(plan => plan.Title == order.Parent || string.Equals(plan.Id.ToString(), order.Parent, StringComparison.OrdinalIgnoreCase));
            if (parent is null)
                return (null, 0, ImportTexts.NoSuchParent(order.Parent));
        }
        var import = new NoticeImport(notice, Path.GetFileName(order.File), Convert.ToHexStringLower(SHA256.HashData(content)), parent?.Id, null, "command");
        var stored = await services.GetRequiredService<ImportNotice>().RunAsync(import, cancellationToken);
        var reach = await services.GetRequiredService<ReachQuery>().RunAsync(stored.Plan.Id, [], CivilTime.Of(stored.Plan.TimeZone).DayOf(stored.Plan.ImportedAt), cancellationToken);
        return (stored, reach.Count(row => row.PersonName is null), "");
    }

    private static ImportTexts.NoticeSummary Summary(Notice notice) => new(
        notice.Plan.Title, notice.Plan.Issuer, notice.Plan.IssuedOn, notice.Plan.Reporting?.Evidence,
        notice.Tasks.Select(task => new ImportTexts.TaskSummary(task.Number, task.Title ?? task.Text, task.Line, [.. task.Units.Select(unit => unit.Name)])).ToList(),
        [.. notice.Warnings.Select(warning => (warning.Line, warning.Message(Language.Chinese)))]);

    private static ImportTexts.StoredSummary SummaryOf(ImportedPlan stored, int withoutContact) =>
        new(stored.Plan.Title, stored.Tasks, stored.Units, stored.AlreadyThere, stored.RuleAssumed, withoutContact);

    private static async Task<int> FailAsync(TextWriter error, string line)
    {
        await error.WriteLineAsync(line.ReplaceLineEndings(" "));
        return ExitCode.BadInput;
    }
}
