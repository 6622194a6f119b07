namespace PlanBot.Tests.Dialogs;

/// <summary>The examples of what coordinators, leaders and strangers say, each answered as it should be; three of sixteen units have reported.</summary>
public sealed class ExamplesTests
{
    [Fact]
    public async Task Coordinators_leaders_and_strangers()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        foreach (var user in new[] { "unit-8", "unit-10" })
            await talk.SayAllAsync(user, "进展：甲 问题：乙 成效：丙 下一步：丁", "全部", "确认");
        await talk.SayAllAsync("unit-16", "进展：甲 问题：乙 成效：丙 下一步：丁", "确认");
        await talk.MoveToAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 一季度交齐了吗", "还没有交齐|13个单位|市教委（3项）",
            "coordinator: 目前没动的单位", "13个单位|2020年第一季度",
            "coordinator: who are we still waiting for?", "13 units have not reported",
            "coordinator: 谁预期了", "逾期未报的有13个单位",
            "coordinator: 名单里缺哪几个，二季度的", "2020-07-03|没有到期",
            "coordinator: 上季度报送率", "报送率|应报35项",
            "coordinator: 商务那边交了几条", "市商务局|已报2项（共2项）",
            "coordinator: 那农业呢", "市农业农村委|已报0项（共2项）",
            "coordinator: 把卫健委写的问题念一下", "存在问题：乙|第一项|第二项|!取得成效",
            "coordinator: 民航局报了吗", "没有“民航局”",
            "coordinator: 委里报了没", "可能指以下单位",
            "coordinator: 交通口的催一下", "市交通运输委联络员|1人|确认",
            "coordinator: 取消", "没有做任何改动",
            "coordinator: 教委第三项打回去，缺数字", "市教委",
            "coordinator: 市金融局多给两天", "2020-04-03|→|2020-04-08",
            "coordinator: 取消", "没有做任何改动",
            "coordinator: 证监局这份可以了", "天津证监局|审核通过",
            "coordinator: 确认", "已审核通过",
            "coordinator: 人行这季度就免了吧", "理由",
            "coordinator: 取消", "没有做任何改动",
            "coordinator: 发个通知：周五下午系统维护", "周五下午系统维护|16人|收件人",
            "coordinator: 取消", "没有做任何改动",
            "coordinator: 政务办接口人换成刘洋 13600000000", "市政务服务办|刘洋|13600000000|确认",
            "coordinator: 取消", "没有做任何改动",
            "coordinator: third-quarter cut-off?", "2020-10-12|Q3 2020",
            "coordinator: 最后一次几号交", "2021-01-06",
            "leader: 帮我给他们延到下周", "只读",
            "somebody: 我想看看进度", "绑定|!市|!2020|!第一季度");
    }
}
