using PlanBot.Data.Model;
using PlanBot.Dialogs;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Tests.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Tests.Dialogs;

/// <summary>A contact's words: a report, a command or a question?</summary>
public sealed class RoutingTests
{
    [Theory]
    [InlineData("完成了两期培训", "Text")]
    [InlineData("已建成智能工厂3家，逾期项目全部整改完毕，取消了原定的线下活动，改为线上举办", "Text")]
    [InlineData("协调解决了什么时候开工的分歧，明确了截止日期，项目已经进场", "Text")]
    [InlineData("组织召开人工智能大会，确认签约项目35个，总投资20亿元", "Text")]
    [InlineData("我们已经完成了全部招标工作，正在办理施工许可", "Text")]
    [InlineData("目前项目进展顺利，预计6月完工", "Text")]
    [InlineData("We finished two rounds of training for 120 teachers", "Text")]
    [InlineData("第二项：完成了两期培训", "Text")]
    [InlineData("第二项 完成了两期培训", "Text")]
    [InlineData("任务一：已开工；任务二：已完成", "Text")]
    [InlineData("进展：完成 问题：无", "Text")]
    [InlineData("立即填报", "Start")]
    [InlineData("第二项", "Start")]
    [InlineData("填第三项", "Start")]
    [InlineData("继续填报", "Start")]
    [InlineData("report now", "Start")]
    [InlineData("填报表单", "Form")]
    [InlineData("第二项填报表单", "Form")]
    [InlineData("本季无新进展", "Nil")]
    [InlineData("第二项无新进展", "Nil")]
    [InlineData("第二项问题改成资金尚未到位", "Correction")]
    [InlineData("改成效：覆盖28家", "Correction")]
    [InlineData("我的任务", "Answer")]
    [InlineData("我报了什么", "Answer")]
    [InlineData("什么时候截止", "Answer")]
    [InlineData("第二项什么时候截止？", "Answer")]
    [InlineData("民航局报了吗", "Answer")]
    [InlineData("你好", "Answer")]
    [InlineData("收到，谢谢", "Answer")]
    [InlineData("修改", "WhatToChange")]
    [InlineData("嗯？", "NotUnderstood")]
    [InlineData("。。。", "NotUnderstood")]
    public void A_contacts_words(string said, string expected)
    {
        var person = new Person { Id = Guid.CreateVersion7(), Name = "甲", Contacts = [new(Guid.Empty, TianjinUnits.All[1].Id, ContactKind.Primary)] };

        var route = Routing.Of(new Turn(new Asker(person, Language.Chinese, "directline"), Understand.Utterance(said, TianjinUnits.All), []));

        Assert.Equal(expected, route is Route.Report report ? report.Kind.ToString() : route.GetType().Name);
    }
}
