using System.CommandLine;
using PlanBot.Data.Calendar;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Commands;

/// <summary><c>calendar due 2020Q3</c> and <c>calendar import 2027.csv</c>.</summary>
public static class CalendarCommand
{
    public static Command Create(ICommandServices services) =>
        new("calendar", "工作日历：查询报送时限，载入新年度放假安排。 The working-day calendar.") { Due(services), Import(services) };

    private static Command Due(ICommandServices services)
    {
        var period = new Argument<string>("period") { Description = "报告期，如 2020Q3、2020M07、2020H1、2020。 A period, e.g. 2020Q3." };
        var explain = new Option<bool>("--explain") { Description = "并说明理由和依据。 Say why, and by which documents." };
        var plan = new Option<string?>("--plan") { Description = "按这个计划的报送要求算（标题、标题里的几个字或编号）。 By this plan's rule: its title, a part of it, or its id." };
        var command = new Command("due", "算出报送时限：不写 --plan 时一律按“下一期第三个工作日”。 When a report is due: the third working day of the next period, or by a plan's own rule with --plan.") { period, explain, plan };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var key = parsed.GetRequiredValue(period);
            if (PeriodArgument.Read(key) is not { } read)
            {
                await error.WriteLineAsync($"不认识报告期“{OneLine(key)}”，请写成 2020Q3、2020M07、2020H1 或 2020 的形式。 No such period; write it like 2020Q3, 2020M07, 2020H1 or 2020.");
                return ExitCode.BadInput;
            }
            var calendar = await services.RunAsync((scope, token) => scope.GetRequiredService<CurrentCalendar>().ReadAsync(token), cancellationToken);
            var rule = DueRule.Default;
            if (parsed.GetValue(plan) is { } named)
            {
                var all = await services.RunAsync((scope, token) => scope.GetRequiredService<IPlanRepository>().AllAsync(token), cancellationToken);
                var meant = PlanArgument.Among(all, named) is [var one] ? one : null;
                if (meant?.Reporting.Frequency != read.Frequency)
                {
                    await error.WriteLineAsync(OneLine(meant is null ? PlanArgument.WhyNot(all, named) : PlanArgumentTexts.OtherFrequency(meant.Title, read, Described(meant, Language.Chinese), Described(meant, Language.English))));
                    return ExitCode.BadInput;
                }
                rule = meant.Reporting.DueRule;
            }
            if (DueDatePolicy.Explain(read, rule, calendar) is not [.., var due])
            {
                await error.WriteLineAsync(OneLine(PlanArgumentTexts.Skipped(read)));
                return ExitCode.BadInput;
            }
            await output.WriteLineAsync(Days.Iso(due.Due.Day) + (due.Due.IsProvisional ? " provisional" : ""));
            if (parsed.GetValue(explain))
                await ExplainAsync(due, output);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Import(ICommandServices services)
    {
        var file = new Argument<FileInfo>("file") { Description = "国务院办公厅通知的文本（txt、docx、html），或 CSV：date,kind,name_zh,year_notice。 The State Council's notice (txt, docx, html), or a CSV file of these columns." };
        var confirmed = new Option<bool>("--confirmed") { Description = "清单天数很少也照样载入。 Load a list although it names few days." };
        var command = new Command("import", "载入某年度的放假安排。 Loads a year's holidays.") { file, confirmed };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var path = parsed.GetRequiredValue(file);
            if (await ReadAsync(path, error, cancellationToken) is not { } bytes)
                return ExitCode.BadInput;
            var imported = await services.RunAsync((scope, token) => scope.GetRequiredService<ImportHolidays>().RunAsync(bytes, path.Name, parsed.GetValue(confirmed), token), cancellationToken);
            var (list, moved) = imported;
            if (list.Errors is [var first, ..])
            {
                var more = list.Errors.Count > 1 ? $" （另有{list.Errors.Count - 1}处 and {list.Errors.Count - 1} more）" : "";
                await error.WriteLineAsync($"{path.Name} {OneLine(HolidayTexts.Explain(first, Language.Chinese))} {OneLine(HolidayTexts.Explain(first, Language.English))}{more}");
                return ExitCode.BadInput;
            }
            if (imported.Partial is [var (part, known), ..])
            {
                await error.WriteLineAsync($"{path.Name} {HolidayTexts.Partial(part, known, Language.Chinese)} {HolidayTexts.Partial(part, known, Language.English)}");
                return ExitCode.BadInput;
            }
            foreach (var year in list.Years)
            {
                await output.WriteLineAsync($"{HolidayTexts.Loaded(year, Language.Chinese)} {HolidayTexts.Loaded(year, Language.English)}");
                if (StateCouncilHolidays.Years.FirstOrDefault(list => list.Year == year.Year) is { } own && own.Days.Count > year.Days.Count)
                    await output.WriteLineAsync($"{HolidayTexts.Fewer(year, own, Language.Chinese)} {HolidayTexts.Fewer(year, own, Language.English)}");
            }
            foreach (var due in moved)
                await output.WriteLineAsync($"{Moved(due, Language.Chinese)} {Moved(due, Language.English)}");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task ExplainAsync(DueDateExplanation due, TextWriter output)
    {
        foreach (var language in new[] { Language.Chinese, Language.English })
        {
            await output.WriteLineAsync(DueDateTexts.Explain(due, language));
            if (DueDateTexts.Sources(due, language) is { } sources)
                await output.WriteLineAsync(sources);
        }
    }

    /// <returns>Null when the file cannot be read; the reason has been written then.</returns>
    private static async Task<byte[]?> ReadAsync(FileInfo file, TextWriter error, CancellationToken cancellationToken)
    {
        // A year has some forty lines; what is larger is another file, and not worth its memory.
        const long largest = 1_000_000;
        try
        {
            if (file.Exists && file.Length <= largest)
                return await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            await error.WriteLineAsync(file.Exists
                ? $"{file.FullName} 过大，放假安排只有几十行，请核对文件。 Too large for a holiday list; check the file."
                : $"找不到文件 {file.FullName}，请核对路径。 No such file; check the path.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{file.FullName} 无法读取，请检查权限。 It cannot be read; check its permissions.");
        }
        return null;
    }

    private static string Moved(MovedDueDate due, Language language) =>
        HolidayTexts.Moved(due.Plan.Title, due.Period, due.OldDueOn, due.NewDueOn, due.IsProvisional, language)
        + (due.Why is { } why ? language.In($"理由：{DueDateTexts.Explain(why, language)}。", $" Why: {DueDateTexts.Explain(why, language)}.") : "");

    private static string Described(Plan plan, Language language) => RuleTexts.Describe(plan.Reporting.Frequency, plan.Reporting.DueRule, language);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
