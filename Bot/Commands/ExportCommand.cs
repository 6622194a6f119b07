using System.CommandLine;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Exporting;
using PlanBot.Texts;

namespace PlanBot.Commands;

/// <summary><c>export 2020Q1 --format docx -o summary.docx [--by task] [--plan &lt;title or id&gt;] [--language en]</c>: writes a period out. The file appears whole or not at all.</summary>
public static class ExportCommand
{
    public static Command Create(ICommandServices services)
    {
        var period = new Argument<string>("period") { Description = "报告期，如 2020Q1。 A period, e.g. 2020Q1." };
        var format = new Option<ExportFormat?>("--format") { Description = "docx、xlsx、csv 或 json；默认按文件扩展名。 By the file's extension when left out." };
        var output = new Option<string>("--output", "-o") { Description = "写到哪个文件。 The file to write.", Required = true };
        var plan = new Option<string?>("--plan") { Description = "计划的标题、标题里的几个字或编号；有几个计划时需要。 Title of the plan, a part of it, or its id, where there are several." };
        var language = new Option<string>("--language") { Description = "zh（默认）或 en。 zh or en.", DefaultValueFactory = _ => "zh" };
        language.AcceptOnlyFromAmong("zh", "en");
        var order = new Option<ExportOrder>("--by") { Description = "Word 文档按单位（unit，默认）还是按任务（task）编排。 Word by unit or by task.", DefaultValueFactory = _ => ExportOrder.Unit };
        var command = new Command("export", "导出一个报告期的汇总。 Writes out the summary of a period.") { period, format, output, plan, language, order };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (key, path, error) = (parsed.GetRequiredValue(period), parsed.GetRequiredValue(output), parsed.InvocationConfiguration.Error);
            if (PeriodArgument.Read(key) is not { } read)
                return await FailAsync(error, ExportTexts.NoSuchPeriod(key), ExitCode.BadInput);
            if ((parsed.GetValue(format) ?? FormatOf(path)) is not { } chosen || !Enum.IsDefined(chosen))
                return await FailAsync(error, ExportTexts.NoFormat(path), ExitCode.BadUsage);
            var wanted = new Order(read, chosen, path, parsed.GetValue(plan), Languages.Parse(parsed.GetValue(language)), parsed.GetValue(order));
            var problem = await services.RunOnExistingAsync((scope, token) => WriteAsync(scope, wanted, token), cancellationToken);
            if (problem is not null)
                return await FailAsync(error, problem, ExitCode.BadInput);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(ExportTexts.Written(path));
            return ExitCode.Done;
        });
        return command;
    }

    private sealed record Order(ReportingPeriod Period, ExportFormat Format, string Path, string? Plan, Language Language, ExportOrder By);

    /// <returns>What is wrong; null when the file is written.</returns>
    private static async Task<string?> WriteAsync(IServiceProvider services, Order order, CancellationToken cancellationToken)
    {
        var all = await services.GetRequiredService<IPlanRepository>().AllAsync(cancellationToken);
        var plans = order.Plan is null ? all : PlanArgument.Among(all, order.Plan);
        var found = new List<(Plan Plan, PlanPeriod Period)>();
        foreach (var plan in plans)
        {
            if (await services.GetRequiredService<IPeriodRepository>().FindAsync(plan.Id, order.Period, cancellationToken) is { } period)
                found.Add((plan, period));
        }
        if (found.Count != 1)
            return plans.Count == 0 ? order.Plan is null ? PlanArgumentTexts.NotImported : PlanArgument.WhyNot(all, order.Plan) : found.Count == 0 ? ExportTexts.NotOpened(order.Period) : ExportTexts.SeveralPlans(found.Select(one => one.Plan.Title));
        var half = order.Path + ".part";
        try
        {
            await using (var file = new FileStream(half, FileMode.Create, FileAccess.ReadWrite))
            {
                await services.GetRequiredService<ExportPeriod>().WriteAsync(
                    found[0].Plan, found[0].Period, order.Format, order.Language, services.GetRequiredService<TimeProvider>().GetUtcNow(), file, cancellationToken, order.By);
            }
            File.Move(half, order.Path, overwrite: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or UnusableTemplateException)
        {
            if (File.Exists(half))
                File.Delete(half);
            return exception is UnusableTemplateException ? exception.Message : ExportTexts.CannotWrite(order.Path, exception.Message);
        }
    }

    private static ExportFormat? FormatOf(string path) =>
        Enum.TryParse<ExportFormat>(Path.GetExtension(path).TrimStart('.'), ignoreCase: true, out var format) ? format : null;

    private static async Task<int> FailAsync(TextWriter error, string line, int code)
    {
        await error.WriteLineAsync(line.ReplaceLineEndings(" "));
        return code;
    }
}
