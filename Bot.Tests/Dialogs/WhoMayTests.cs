using Microsoft.Bot.Schema;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Tests.Dialogs;

/// <summary>Nobody sees or does what their role does not allow.</summary>
public sealed class WhoMayTests
{
    private static readonly string[] Questions =
    [
        "我想看看进度", "谁逾期了", "市教委报了吗", "看看市教委的报告", "我的任务", "什么时候截止", "帮助", "进展：甲 问题：乙 成效：丙 下一步：丁", "催办逾期单位", "确认", "取消",
        "who is overdue", "what is due when", "help", "show me everything", "2020Q1",
    ];

    [Fact]
    public async Task A_stranger_is_told_how_to_be_bound_and_nothing_else_whatever_is_asked()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        await talk.SayAllAsync("unit-9", "进展：机密进展 问题：乙 成效：丙 下一步：丁", "确认");

        foreach (var asked in Questions)
        {
            var answer = await talk.SayAsync("somebody", asked);

            Assert.True(answer.Contains("还没有绑定", StringComparison.Ordinal) || answer.Contains("not bound", StringComparison.Ordinal), answer);
            Assert.DoesNotContain("2020", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("教委", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("机密", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_greeting_names_no_task_and_no_date()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        foreach (var (user, expected) in new[] { ("unit-2", "您好"), ("coordinator", "谁逾期了"), ("leader", "您好"), ("somebody", "还没有绑定") })
        {
            var greeting = Assert.Single(await talk.SendAsync(user, new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new(user), new("planbot")] }));

            Assert.Contains(expected, greeting.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("2020", greeting.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("4月", greeting.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("项：", greeting.Text.Replace("第一项：", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_leader_reads_and_changes_nothing()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "leader: 谁逾期了", "16个单位",
            "leader: 市教委报了吗", "还没有",
            "leader: 报送率", "应报35项",
            "leader: 催办逾期单位", "只读|牵头部门管理员|!确认发送",
            "leader: 帮我给他们延到下周", "只读|牵头部门管理员",
            "leader: urge the overdue units", "read only",
            "leader: 进展：甲 问题：乙 成效：丙 下一步：丁", "!请核对");
        foreach (var user in new[] { "unit-1", "unit-2" })
            Assert.Empty(await talk.EntriesOfAsync(user));
    }

    [Fact]
    public async Task A_contact_who_asks_about_everybody_is_told_of_the_own_unit()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "unit-3: 谁逾期了", "只能查看本单位|市科技局|!市教委|!16个",
            "unit-3: 报送率", "只能查看本单位|!35项",
            "unit-3: 催办逾期单位", "由牵头部门管理员",
            "unit-3: 民航局报了吗", "只能查看本单位",
            "unit-3: 委里报了没", "只能查看本单位|!市教委",
            "unit-3: 科技局报了吗", "还没有。市科技局",
            "unit-3: 宽限到月中行吗", "2020-04-15|请说明理由",
            "unit-3: 取消", "没有做任何改动",
            "unit-3: 这个应该归工信局", "哪一项",
            "unit-3: 取消", "没有做任何改动",
            "unit-3: 市教委：第一项：进展：甲", "只能查看本单位");
    }

    [Theory]
    [InlineData(null, false, false, false, false)]
    [InlineData("contact", false, true, true, false)]
    [InlineData("backup", false, true, true, false)]
    [InlineData("unitLeader", false, true, false, false)] // reads and reminds, does not report
    [InlineData("coordinator", true, true, false, true)]
    [InlineData("leader", true, true, false, false)]
    [InlineData("nobody", false, false, false, false)]
    public void Who_may_do_what(string? who, bool overview, bool unit, bool report, bool urge)
    {
        var own = Guid.CreateVersion7();
        var person = who is null ? null : new Person
        {
            Id = Guid.CreateVersion7(), Name = "甲",
            Roles = who switch { "coordinator" => [PersonRole.Coordinator], "leader" => [PersonRole.Leader], _ => [] },
            Contacts = who switch
            {
                "contact" => [new(Guid.Empty, own, ContactKind.Primary)],
                "backup" => [new(Guid.Empty, own, ContactKind.Backup)],
                "unitLeader" => [new(Guid.Empty, own, ContactKind.UnitLeader)],
                _ => [],
            },
        };

        Assert.Equal(overview, Permissions.Allows(person, Ability.SeeOverview));
        Assert.Equal(unit, Permissions.Allows(person, Ability.SeeUnit, own));
        Assert.Equal(overview, Permissions.Allows(person, Ability.SeeUnit, Guid.CreateVersion7()));
        Assert.Equal(report, Permissions.Allows(person, Ability.Report, own));
        Assert.False(Permissions.Allows(person, Ability.Report, Guid.CreateVersion7()));
        Assert.Equal(urge, Permissions.Allows(person, Ability.Urge));
        Assert.Equal(urge, Permissions.Allows(person, Ability.RunPlan));
    }
}
