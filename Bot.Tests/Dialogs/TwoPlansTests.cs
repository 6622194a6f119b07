using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Importing;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>Two plans under way: which one is meant is told from the words, from who asks, from the last turns, or asked.</summary>
public sealed class TwoPlansTests
{
    [Fact]
    public async Task A_question_about_a_whole_plan_is_asked_back_until_it_is_clear_which()
    {
        await using var talk = await Talk.AfterAsync(WithSecondAsync);

        await talk.PlayAsync(
            "coordinator: 谁逾期了", "2个计划|人工智能|智慧农业",
            "coordinator: 1", "16个单位|!县农业农村局",
            "coordinator: 还有谁没报", "16个单位|!请问是哪一个", // it goes on about the plan just chosen
            "coordinator: 智慧农业那个计划还有谁没报", "县农业农村局|!市教委",
            "coordinator: 报送率", "!请问是哪一个|!35项",
            "coordinator: 云河县的谁没报", "县农业农村局|!市教委",
            "coordinator: 人工智能计划的报送率", "35项");
    }

    [Fact]
    public async Task The_answer_may_be_words_of_the_title()
    {
        await using var talk = await Talk.AfterAsync(WithSecondAsync);

        await talk.PlayAsync(
            "coordinator: 还有谁没报", "请问是哪一个",
            "coordinator: 智慧农业", "县农业农村局|!市教委",
            "coordinator: 市教委报了吗", "还没有。市教委", // a unit of one plan only needs no asking
            "leader: 交齐了吗", "请问是哪一个",
            "leader: 第一个", "16个单位");
    }

    [Fact]
    public async Task A_contact_whose_unit_is_in_one_plan_is_not_asked()
    {
        await using var talk = await Talk.AfterAsync(WithSecondAsync);

        await talk.PlayAsync(
            "unit-2: 我的任务", "市教委|!请问是哪一个|!云河",
            "unit-2: 我们报了吗", "市教委|!请问",
            "unit-2: 什么时候截止", "2020-04-03|!请问是哪一个|!云河");
    }

    /// <summary>On 7 April 2020, with the county's plan beside the sample, reported on by the quarter too.</summary>
    private static async Task<Talk> WithSecondAsync()
    {
        var talk = await Talk.StartAsync("2020-04-07 09:00");
        var text = (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Notices", "yunhe-prose.txt"))).Replace("2021", "2020", StringComparison.Ordinal)
            .Replace("二〇二一", "二〇二〇", StringComparison.Ordinal).Replace("二〇二〇年五月", "二〇二〇年一月", StringComparison.Ordinal);
        var notice = NoticeReader.Read(Encoding.UTF8.GetBytes(text), "yunhe.txt").Notice!;
        await talk.Get<ImportNotice>().RunAsync(new NoticeImport(notice, "yunhe.txt", "1", null, null, "command"), CancellationToken.None);
        await talk.MoveToAsync("2020-04-07 09:05");
        return talk;
    }
}
