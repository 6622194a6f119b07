using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Tests.Domain;

public sealed class TaskMatchingTests
{
    private static readonly Guid[] Units = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];

    /// <summary>"number|text|units" a task; in the answer each task after names the number it had before, + when it is new, and the numbers that are dropped stand behind.</summary>
    [Theory]
    [InlineData("1|改造城区管网三十公里。|0 2|新增公办学位两千个。|1", "1|改造城区管网三十公里。|0 2|新增公办学位两千个。|1", "1 2")]
    [InlineData("1|改造城区管网三十公里。|0 2|新增公办学位两千个。|1", "1|举办农民丰收节。|2 2|改造城区管网三十公里。|0 3|新增公办学位两千个。|1", "+ 1 2")] // inserted at the top: the numbers move
    [InlineData("1|改造城区管网三十公里。|0 2|新增公办学位两千个。|1", "1|新增公办学位两千个。|1 2|改造城区管网三十公里。|0", "2 1")]
    [InlineData("1|改造城区管网三十公里，新建泵站两座。|0 2|新增公办学位两千个。|1", "1|改造城区管网五十公里，新建泵站三座。|0", "1 -2")]
    [InlineData("1|改造城区管网三十公里。|0", "1|举办农民丰收节。|0", "+ -1")] // the number and the unit are the same, the task is another
    [InlineData("1|改造城区管网三十公里。|0", "1|改造城区管网三十公里。完善养护制度，建立台账，按月通报。|0", "1")] // goes on behind
    [InlineData("1|完成东片区老旧小区改造二十万平方米。|0 2|完成西片区老旧小区改造二十万平方米。|1", "1|完成东片区老旧小区改造三十万平方米。|0 2|完成西片区老旧小区改造三十万平方米。|1", "1 2")] // the unit that leads tells them
    [InlineData("1|完成东片区老旧小区改造二十万平方米。|0 2|完成西片区老旧小区改造二十万平方米。|0", "1|完成南片区老旧小区改造二十万平方米。|0", "+? -1 -2")] // either could be meant: neither is
    [InlineData("1|加强督查。|0 2|加强督查。|1", "1|加强督查。|1 2|加强督查。|0", "2 1")] // the same words: the same unit
    [InlineData("", "1|改造城区管网三十公里。|0", "+")]
    public void Tasks_are_found_again_by_their_words_and_never_by_their_number(string before, string after, string expected)
    {
        var pairs = TaskMatching.Match(Read(before), Read(after));

        Assert.Equal(expected, string.Join(' ', pairs.Select(pair => pair switch
        {
            { After: null } => $"-{pair.Before!.Number}",
            { Before: null } => pair.MayBe.Count > 0 ? "+?" : "+",
            _ => pair.Before.Number,
        })));
    }

    [Fact]
    public void Thousands_of_changed_tasks_take_no_time_by_their_square()
    {
        var before = Enumerable.Range(0, 4000).Select(i => Task($"{i}", Words(i) + "三十公里", 0)).ToList();
        var after = Enumerable.Range(0, 4000).Select(i => Task($"{i}", Words(i) + "五十公里", 0)).ToList();

        var pairs = TaskMatching.Match(before, after);

        Assert.All(pairs, pair => Assert.Equal(pair.After!.Number, pair.Before?.Number));
    }

    /// <summary>A text of its own for each number, of rare characters.</summary>
    private static string Words(int number) => string.Concat(Enumerable.Range(0, 12).Select(place => (char)(0x4e00 + (((number * 7919) + (place * 104729) + (place * number * 31)) % 20000))));

    private static TaskWording Task(string number, string text, params int[] units) => new()
    {
        Id = Guid.CreateVersion7(), Number = number, Text = text, Line = 1, Shares = [.. units.Select(unit => new UnitShare(Units[unit], $"单位{unit}", $"单位{unit}", AssignmentRole.Responsible))],
    };

    private static List<TaskWording> Read(string tasks) => [.. tasks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(task => task.Split('|')).Select(parts => Task(parts[0], parts[1], parts[2][0] - '0'))];
}
