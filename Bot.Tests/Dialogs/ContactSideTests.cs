using PlanBot.Data.Repositories;

namespace PlanBot.Tests.Dialogs;

/// <summary>What a contact asks beside reporting: the hour of the day, who reads it, what belongs where, what holds until a request is decided; and what is only said.</summary>
public sealed class ContactSideTests
{
    [Theory]
    [InlineData("3号是下班前交还是当天都算", "2020-04-03|24点之前")]
    [InlineData("几点前", "24点之前")]
    [InlineData("那现在几点截止，还有多久", "24点之前")]
    [InlineData("截止日晚上交算不算当天", "24点之前")]
    [InlineData("is it midnight or close of business on the 3rd?", "2020-04-03|until midnight")]
    [InlineData("by what time on the day?", "until midnight")]
    [InlineData("那年底那次呢，碰上元旦怎么算", "2021-01-06|元旦")]
    [InlineData("年底那次是几号，元旦放假算进去没", "2021-01-06")]
    [InlineData("一个季度一次是吧", "每季度报一次")]
    [InlineData("多久报一次", "每季度报一次")]
    [InlineData("how often do we have to report?", "Every quarter")]
    [InlineData("别的单位看得到我们报的东西吗", "其他单位看不到|!已报0项")]
    [InlineData("我们写的这些材料都有谁能看啊，会不会公开", "其他单位看不到")]
    [InlineData("报上去的困难会给兄弟单位看到吗", "其他单位看不到")]
    [InlineData("领导会看吗", "分管领导|!签批")]
    [InlineData("填的数据保密吗", "其他单位看不到")]
    [InlineData("who else can read what I write?", "Other units cannot see it")]
    [InlineData("is this confidential?", "Other units cannot see it")]
    [InlineData("成效跟进展有啥不一样啊，我老分不清", "做到哪一步|工作带来的效果")]
    [InlineData("进展和成效有什么区别", "做到哪一步|工作带来的效果")]
    [InlineData("培训了多少人算进展还是算成效", "做到哪一步|工作带来的效果")]
    [InlineData("what is the difference between progress and results?", "what was done|has brought about")]
    [InlineData("你帮我编一个成效", "我不代拟")]
    [InlineData("直接在这儿打字报也可以吧？", "直接在这里发文字|一次写完|!· ")]
    [InlineData("几项能合在一起写吗", "一次写完")]
    [InlineData("填完怎么给你", "把文件发回这里")]
    [InlineData("要不要附佐证材料", "附件不是必须的")]
    [InlineData("hello, I am not sure what I should write here, can you explain?", "Simply write it here|!what can I do")]
    [InlineData("逾期会怎么样", "记为逾期补报|!还没有。")]
    [InlineData("过了12点算不算逾期", "24点之前")]
    [InlineData("晚交会有什么后果", "记为逾期补报")]
    [InlineData("what happens if we are late?", "recorded as late|!No.")]
    [InlineData("Could you remind me what our bureau owes this quarter?", "2020-04-03|!No.")]
    [InlineData("有问题找谁？你们那边电话多少", "牵头部门|!未登记")]
    [InlineData("王处，晚上聚餐定在几点", "!填写|!截止日期：")]
    [InlineData("发错了不好意思", "!分工异议")]
    public async Task A_side_question_is_answered(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync($"unit-9: {said}", answer);

        Assert.Empty(await talk.EntriesOfAsync("unit-9"));
    }

    [Theory]
    [InlineData("收到，我下午弄好给您")]
    [InlineData("好的我下午报")]
    [InlineData("这两天忙疯了")]
    [InlineData("哈哈行，最近抗疫忙得脚打后脑勺")]
    [InlineData("等忙过这两天我再弄，周四之前肯定给")]
    [InlineData("烦死了，行吧，明天给你")]
    public Task A_promise_or_a_sigh_gets_a_kind_word(string said) => Talk.PlayedAsync(
        "2020-03-31 09:30", $"unit-9: {said}", "您先忙|2020-04-03|!没有看懂|!延期");

    [Theory]
    [InlineData("好的我下午报")]
    [InlineData("行，明天上午发")]
    [InlineData("先给处长瞅一眼，别发出去")]
    [InlineData("领导还没看，先别往上报")]
    [InlineData("ok, I'll send it tomorrow")]
    public async Task A_promise_at_the_summary_files_nothing_and_loses_nothing(string said)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync("unit-9: 进展：培训3期 问题：无 成效：200人拿证 下一步：继续", "请核对", $"unit-9: {said}", "!已报送|!Filed");

        Assert.Empty(await talk.EntriesOfAsync("unit-9"));
        Assert.Contains("培训3期", await talk.SayAsync("unit-9", "继续填报"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("可以，报吧。下次是什么时候？", "已报送|2020-07-03|!2020-04-03，4月3日（周五），还有")]
    [InlineData("这样就可以了。对了，下一回是几号交？", "已报送|2020-07-03")]
    public Task Who_has_reported_is_told_of_the_next_period(string said, string answer) => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-9: 进展：培训3期 问题：无 成效：200人拿证 下一步：继续", "请核对", $"unit-9: {said}", answer, "unit-9: 再下次呢", "2020-10-12");

    [Theory]
    [InlineData("没换好之前通知还是发给我，是吧")]
    [InlineData("那之前还是我报吧？")]
    [InlineData("那没答复前这项要不要报啊")]
    [InlineData("批下来之前还按3号交吗")]
    public Task Until_a_request_is_decided_all_stays(string said) => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-9: 这项不归我们，应该归科技局", "分工异议", "unit-9: 嗯，麻烦反映一下", "已转告", $"unit-9: {said}", "是的。|一切照旧|!还没有");

    [Theory]
    [InlineData("Until they decide, do I still have to report it?")]
    [InlineData("do we have to do it anyway for now?")]
    [InlineData("so I keep getting the reminders till then?")]
    public Task Until_a_request_is_decided_all_stays_in_English(string said) => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-6: The second one isn't ours, the monitoring platform belongs to the traffic police.", "objection", "unit-6: yes, tell them", "I have told", $"unit-6: {said}", "Yes. Until|!No.");

    [Theory]
    [InlineData("那另外两条我照常报就行？")]
    [InlineData("剩下两项照旧？")]
    [InlineData("其余两条还是我们报吧")]
    public Task The_other_tasks_stay(string said) => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-2: 第三项不归我们管", "分工异议", "unit-2: 确认", "已转告", $"unit-2: {said}", "是的，第一项、第二项仍由贵单位报送|!没有可以沿用");

    [Theory]
    [InlineData("我4月起借调出去半年，这块工作以后由我们处王雪莹负责", "2020-04-01")]
    [InlineData("从5月份开始由我们处王雪莹负责，我借调出去", "2020-05-01")]
    public Task A_handover_begins_with_the_month(string said, string day) => Talk.PlayedAsync(
        "2020-03-31 09:30", $"unit-2: {said}", "手机号", "unit-2: 她手机13800000001", $"{day}|王雪莹（13800000001）", "unit-2: 对", "已转告");

    [Theory]
    [InlineData("我要去挂职，工作交给赵晓宁", "小赵电话 138 0000 0001", "赵晓宁")]
    [InlineData("我调走了，接我的是周敏", "号码13800000001", "周敏")]
    public Task A_number_told_at_a_handover_is_the_successors(string said, string number, string name) => Talk.PlayedAsync(
        "2020-03-31 09:30", $"unit-2: {said}", "手机号", $"unit-2: {number}", "从哪一天起|!未登记", "unit-2: 五一以后", $"2020-05-06|{name}|13800000001");

    [Fact]
    public Task Number_and_address_of_a_successor_are_both_kept() => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-2: 我退休了，以后找高教处李明远，电话13900000002，邮箱limy@example.invalid", "从哪一天起由李明远",
        "unit-2: 从4月15号起", "李明远|13900000002|limy@example.invalid", "unit-2: 没错", "已转告", "coordinator: 待处理的申请", "limy@example.invalid");

    [Fact]
    public Task An_objection_names_its_task_by_what_it_is_about() => Talk.PlayedAsync(
        "2020-04-01 10:00", "unit-4: 招商那块划到投促局了，不是我们的活儿了", "分工异议|第五项|!第四项");
}
