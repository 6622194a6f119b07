using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Commands;

/// <summary><c>understand "催一下教委"</c> shows what is understood; <c>understand evaluate file</c> scores labelled utterances. Neither changes anything.</summary>
public static class UnderstandCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Parameters =
        ["unit", "task", "subject", "period", "when", "days", "reason", "name", "phone", "email", "text", "section", "request", "version", "refers", "format"];

    public static Command Create(ICommandServices services)
    {
        var text = new Argument<string>("text") { Description = "一句话。 A message as somebody would type it." };
        var command = new Command("understand", "看一句话被理解成什么，或给标注语料打分。 Shows what a message is understood as, or scores labelled ones.") { text, Evaluate(services), Learn() };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var score = await services.RunAsync(ScoreAsync, cancellationToken);
            var said = Understand.Utterance(StorableText.Clean(parsed.GetRequiredValue(text)), score.Units, PlanChoice.Names(score.Plans));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{said.Intent} {said.Confidence:0.00}"));
            foreach (var other in said.Others.Take(3))
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  else {other.Intent} {other.Confidence:0.00}"));
            foreach (var name in Parameters.Where(name => score.Score.Parameter(said, name) is not ("" or "None")))
                await output.WriteLineAsync($"  {name} = {score.Score.Parameter(said, name)}");
            foreach (var evidence in said.Evidence)
                await output.WriteLineAsync($"  by {evidence.Words} ({evidence.Idea})");
            if (said.Leftover.Length > 0)
                await output.WriteLineAsync($"  not used: {said.Leftover}");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>For the build, which keeps what was learnt beside the program.</summary>
    private static Command Learn()
    {
        var file = new Argument<FileInfo>("file") { Description = "写入的文件。 The file to write." };
        var command = new Command("learn", "从例句学习并写入文件，供构建使用。 Learns from the example sentences; the build calls it.") { file };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file).FullName;
            Examples.Learn(path).Write(path);
        });
        return command;
    }

    private static Command Evaluate(ICommandServices services)
    {
        var file = new Argument<FileInfo>("file") { Description = "每行：谁|原话|意图|参数=值。 One a line: who|utterance|intent|parameter=value." };
        var json = new Option<bool>("--json") { Description = "输出一个 JSON 对象。 Prints one JSON object." };
        var command = new Command("evaluate", "给标注语料打分，全对退出码为0，否则为1。 Scores a file of labelled utterances.") { file, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var path = parsed.GetRequiredValue(file);
            if (!path.Exists)
            {
                await error.WriteLineAsync($"找不到文件 {path.FullName}，请核对路径。 No such file; check the path.");
                return ExitCode.BadInput;
            }
            var utterances = LabelledUtterance.Read(await File.ReadAllLinesAsync(path.FullName, cancellationToken), out var bad);
            if (bad is { } line)
            {
                await error.WriteLineAsync($"{path.Name} 第{line}行不是“C、L或U|原话|意图”的形式，请改正。 Line {line} is not \"C, L or U|utterance|intent\"; please mend it.");
                return ExitCode.BadInput;
            }
            var score = await services.RunAsync(ScoreAsync, cancellationToken);
            var scored = utterances.Select(score.Score.Of).ToList();
            await (parsed.GetValue(json) ? WriteJsonAsync(scored, output) : WriteTextAsync(scored, output));
            return scored.TrueForAll(one => one.IsRight) ? ExitCode.Done : ExitCode.BadInput;
        });
        return command;
    }

    private static async Task WriteTextAsync(List<Scored> scored, TextWriter output)
    {
        foreach (var miss in scored.Where(one => !one.IsRight))
            await output.WriteLineAsync($"{miss.Utterance.Line}: {miss.Utterance.Said}  {miss.Utterance.Intent} -> {miss.Got} {string.Join(' ', miss.Wrong)}".TrimEnd());
        foreach (var (wanted, got, count) in Confusions(scored))
            await output.WriteLineAsync($"{wanted} -> {got}: {count}");
        var right = scored.Count(one => one.IsRight);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{right}/{scored.Count} ({(scored.Count == 0 ? 1 : (double)right / scored.Count):0.0%})"));
    }

    private static Task WriteJsonAsync(List<Scored> scored, TextWriter output) => output.WriteLineAsync(JsonSerializer.Serialize(
        new
        {
            right = scored.Count(one => one.IsRight), total = scored.Count,
            confusions = Confusions(scored).Select(confusion => new { wanted = confusion.Wanted, got = confusion.Got, count = confusion.Count }),
            misses = scored.Where(one => !one.IsRight).Select(miss => new { line = miss.Utterance.Line, said = miss.Utterance.Said, wanted = miss.Utterance.Intent, got = miss.Got, wrong = miss.Wrong }),
        },
        Json));

    /// <summary>The most frequent first.</summary>
    private static IEnumerable<(string Wanted, string Got, int Count)> Confusions(List<Scored> scored) =>
        scored.Where(one => one.Got != one.Utterance.Intent).GroupBy(one => (one.Utterance.Intent, one.Got)).OrderByDescending(group => group.Count())
            .Select(group => (group.Key.Intent, group.Key.Got, group.Count()));

    /// <summary>Units and periods of the plans that are stored; utterances are measured against the first of them, on its today.</summary>
    private static async Task<(UtteranceScore Score, IReadOnlyList<Unit> Units, IReadOnlyList<PlanView> Plans)> ScoreAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var plans = await scope.GetRequiredService<PlanViews>().ReadAsync(cancellationToken);
        IReadOnlyList<Unit> units = plans.Count > 0 ? [.. plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id)] : await scope.GetRequiredService<IUnitRepository>().AllAsync(cancellationToken);
        var calendar = await scope.GetRequiredService<CurrentCalendar>().ReadAsync(cancellationToken);
        var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
        var zone = plans.Count > 0 ? plans[0].Zone : TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var today = ReportingPeriod.Containing(DateOnly.FromDateTime(local));
        var setting = plans.Count > 0 ? plans[0].Setting : new PlanSetting(DateOnly.FromDateTime(local), Frequency.Quarterly, today, today, null);
        return (new(units, setting, local, calendar), units, plans);
    }
}
