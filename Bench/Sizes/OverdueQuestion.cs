using System.Data.Common;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Tests.Fakes;
using PlanBot.Texts;

namespace PlanBot.Bench.Sizes;

/// <summary>谁逾期了 as a turn works on it, once the words are understood: the plan and its units are read, the ledger is asked, the answer is worded.</summary>
internal static class OverdueQuestion
{
    private const int WarmUp = 3;
    private const int Rounds = 15;
    private static readonly Understood Said = Understand.Utterance("谁逾期了", []);

    public static async Task MeasureAsync(Office one, Office twenty)
    {
        var statements = await twenty.RecordAsync(AskAsync);
        await using var bare = await twenty.OpenBareAsync();
        var (oneTimes, twentyTimes, bareTimes) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var times = (await TimeAsync(() => AskAsync(one)), await TimeAsync(() => AskAsync(twenty)), await TimeAsync(() => RunBareAsync(bare, statements)));
            if (round < WarmUp)
                continue;
            oneTimes.Add(times.Item1);
            twentyTimes.Add(times.Item2);
            bareTimes.Add(times.Item3);
        }
        Report.Ratio("谁逾期了, by the size of the ledger", "one quarter", oneTimes, "20 quarters", twentyTimes, aim: 1.2);
        Report.Ratio("谁逾期了, against its statements", $"the same {statements.Count} statements, bare", bareTimes, "the answer", twentyTimes, aim: 1.5);
    }

    public static Task AskAsync(Office office) => AskAsync(office.Get<IServiceProvider>());

    private static async Task AskAsync(IServiceProvider services)
    {
        var coordinator = (await services.GetRequiredService<IPersonRepository>().InRoleAsync(PersonRole.Coordinator, CancellationToken.None))[0];
        var views = await services.GetRequiredService<PlanViews>().ReadAsync(CancellationToken.None);
        var question = Question.Of(new Asker(coordinator, Language.Chinese, "directline"), Said, new Focus(), views);
        var answer = await services.GetRequiredService<Answerer>().AnswerAsync(question, CancellationToken.None);
        if (answer?.Text.Contains("逾期", StringComparison.Ordinal) != true)
            throw new InvalidOperationException($"This is no answer: {answer?.Text}");
    }

    private static async Task RunBareAsync(DbConnection connection, IReadOnlyCollection<RecordedStatement> statements)
    {
        foreach (var statement in statements)
        {
            await using var command = statement.On(connection);
            await using var reader = await command.ExecuteReaderAsync();
            var row = new object[reader.FieldCount];
            while (await reader.ReadAsync())
                reader.GetValues(row);
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }
}
