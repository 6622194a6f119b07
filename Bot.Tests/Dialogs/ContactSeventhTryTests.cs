namespace PlanBot.Tests.Dialogs;

/// <summary>Contacts who put a figure or a section right in passing, paste with a word before it, and mix their labels.</summary>
public sealed class ContactSeventhTryTests
{
    private const string Before = "2020-04-02 10:00";

    [Theory]
    [InlineData("612写错了 是621", "参训621人次|存在问题")]
    [InlineData("612打错了，应该是621", "参训621人次|存在问题")]
    [InlineData("612人次不对，是621人次", "参训621人次|存在问题")]
    [InlineData("612改621", "参训621人次|存在问题")]
    [InlineData("612换成621", "参训621人次|存在问题")]
    [InlineData("612 was a typo, should be 621", "参训621人次|存在问题")]
    [InlineData("make it 621 not 612", "参训621人次|存在问题")]
    [InlineData("导游打错了，应该是讲解员", "讲解员|存在问题")]
    [InlineData("4场改5场，612改621", "培训5场|参训621人次|存在问题")]
    public Task A_slip_is_put_right_while_a_section_is_asked_for(string said, string answer) => Talk.PlayedAsync(
        Before, "unit-9: 组织线上AI培训4场，导游和场馆人员参训612人次", "存在问题", $"unit-9: {said}", "!存在问题：612|!Problems: 612|!存在问题：4场|!存在问题：导游", "unit-9: 问题无 成效无 下一步继续培训", answer);

    [Theory]
    [InlineData("第二个的成效别写暂未显现,领导看了不好,改成\"配送时效提升约两成\"")]
    [InlineData("第二项成效那栏太空了，改成“配送时效提升约两成”")]
    [InlineData("第二项的成效不能写暂未显现，写成配送时效提升约两成")]
    [InlineData("第二项成效重新写一下，换成配送时效提升约两成吧")]
    public Task A_section_of_one_task_is_written_otherwise(string said) => Talk.PlayedAsync(
        Before, "unit-8: 第一项：进展：推动23家商超上线 问题：缺人 成效：占比17% 下一步：试点\n第二项：进展：立体仓库开工2座 问题：无 成效：暂未显现 下一步：试运行", "请核对",
        $"unit-8: {said}", "取得成效：配送时效提升约两成\n|立体仓库开工2座|占比17%|!领导看了|!暂未显现|!太空");

    [Theory]
    [InlineData("the results of task 2 shouldn't say none yet, the boss won't like it, change it to \"delivery 20% faster\"")]
    [InlineData("task 2 results: don't say none yet, make it \"delivery 20% faster\"")]
    public Task A_section_of_one_task_is_written_otherwise_in_English(string said) => Talk.PlayedAsync(
        Before, "unit-8: Task 1: Progress: 23 shops online. Problems: none. Results: 17% share. Next: pilots\nTask 2: Progress: 2 warehouses begun. Problems: none. Results: none yet. Next: trial run", "Task 2",
        $"unit-8: {said}", "Results: delivery 20% faster\n|2 warehouses begun|!the boss");

    [Theory]
    [InlineData("成效那句不能再试运行了吧 写正式上线,拦截可疑交易300多笔")]
    [InlineData("成效这栏别写试运行了，改成正式上线,拦截可疑交易300多笔")]
    public Task An_outdated_section_is_written_anew(string said) => Talk.PlayedAsync(
        Before, "unit-15: 进展:改造网点46个 问题:商户意愿低 成效:预警模型试运行 下一步:扩到80个", "请核对", $"unit-15: {said}", "取得成效：正式上线,拦截可疑交易300多笔\n|改造网点46个");

    [Fact]
    public Task Several_figures_are_others_after_a_withdrawal() => Talk.PlayedAsync(
        Before, "unit-16: 进展:智能客服上线5家;问题:无;成效:投诉降15%;下一步:推广投顾试点", "请核对", "unit-16: 确认", "已报送", "unit-16: 撤回来", "将撤回", "unit-16: 可以", "已撤回",
        "unit-16: 5家改3家,15%改成9%左右,其余不动", "智能客服上线3家|投诉降9%左右|推广投顾试点|!请问是接在后面");

    [Fact]
    public Task Several_figures_are_others_than_last_time() => Talk.PlayedAsync(
        "2020-04-03 10:00", "unit-15: 进展:改造网点46个 问题:商户意愿低 成效:预警模型试运行 下一步:扩到80个", "请核对", "unit-15: 行", "已报送",
        "@2020-07-02 09:30", "unit-15: 二季度这份拿上回的做底子,46换成83,80换成150", "第二季度|改造网点83个|扩到150个|商户意愿低|!46个");

    [Theory]
    [InlineData("在么,我们那条我直接贴了啊\\n线下场馆全部闭馆,我局组织线上培训4场,参训612人次。", "!在么|!直接贴")]
    [InlineData("老师好，这是我们的，来晚了不好意思\\n线下场馆全部闭馆,我局组织线上培训4场,参训612人次。", "!老师好|!来晚了")]
    [InlineData("hi, sorry for the late one, just pasting it in\\n4 trainings were held online, 612 people took part in them.", "!pasting")]
    public async Task What_is_said_above_a_pasted_report_is_no_part_of_it(string said, string answer)
    {
        await using var talk = await Talk.StartAsync(Before);
        await talk.PlayAsync($"unit-9: {said}", "", "unit-9: 问题无 成效无 下一步继续", answer + "|612");
    }

    [Theory]
    [InlineData("成效嘛…线上累计访问21万人次吧", "取得成效：线上累计访问21万人次\n|!人次吧")]
    [InlineData("成效的话，线上累计访问21万人次", "取得成效：线上累计访问21万人次\n")]
    public Task A_particle_is_of_the_voice(string said, string answer) => Talk.PlayedAsync(Before, "unit-9: 进展：组织线上培训4场", "存在问题", $"unit-9: {said}", answer);

    [Theory]
    [InlineData("问题是西青场地征地慢 成效无 next step 二季度再开放10公里", "存在问题：西青场地征地慢\n|取得成效：无\n|下一步工作：二季度再开放10公里\n")]
    [InlineData("问题西青征地慢，成效无，下一步二季度再开放10公里", "取得成效：无\n|下一步工作：二季度再开放10公里\n")]
    public Task Labels_of_two_languages_are_told_apart(string said, string answer) => Talk.PlayedAsync(Before, "unit-6: 第一项：进展：新开放12.4公里", "存在问题", $"unit-6: {said}", answer);

    [Theory]
    [InlineData("第3项：数字车间认定12个,智能工厂3个;没困难;标杆企业多了2家;下一步组织诊断服务进50家企业")]
    [InlineData("第三项：数字车间认定12个，智能工厂3个；没什么困难；标杆企业多了2家；下一步组织诊断服务进50家企业")]
    public Task Four_parts_stand_in_their_order(string said) => Talk.PlayedAsync(
        Before, $"unit-4: {said}", "请核对|存在问题：无\n|取得成效：标杆企业多了2家\n|下一步工作：组织诊断服务进50家企业");

    [Fact]
    public Task The_task_that_was_shown_is_reported_on() => Talk.PlayedAsync(
        Before, "unit-4: 第3条原文全文给我瞅瞅", "第三项", "unit-4: 这条报:数字车间认定12个,智能工厂3个;没困难;标杆企业多了2家;下一步组织诊断服务进50家企业", "请核对|第三项|数字车间认定12个|!哪一项");

    [Theory]
    [InlineData("成效先写完成选址")]
    [InlineData("成效那栏就填完成选址吧")]
    public Task A_section_is_dictated(string said) => Talk.PlayedAsync(Before, "unit-9: 进展：组织培训 问题：无 下一步：签约", "取得成效", $"unit-9: {said}", "请核对|取得成效：完成选址\n");

    [Theory]
    [InlineData("对,提交,另外第一条也是没进展")]
    [InlineData("确认，还有第一项本季度无进展")]
    public Task What_is_shown_is_filed_and_the_other_is_proposed(string said) => Talk.PlayedAsync(
        Before, "unit-10: 第二项：进展：接了43家医院 问题：无 成效：好 下一步：接完", "请核对", $"unit-10: {said}", "已报送|第二项，共1项|请核对|第一项：|存在问题：无", "unit-10: 确认", "第一项|已全部报齐");

    [Theory]
    [InlineData("unit-9: 进展：培训4场 问题：无 成效：好 下一步：继续", "yes 交", "已报送")]
    [InlineData("unit-9: Progress: 4 trainings. Problems: none. Results: good. Next: go on", "ok queue it", "Filed")]
    [InlineData("unit-9: 进展：培训4场 问题：无 成效：好 下一步：继续", "没毛病,报吧", "已报送")]
    public Task A_yes_in_other_words(string report, string said, string answer) => Talk.PlayedAsync(Before, report, "", $"unit-9: {said}", answer);

    [Theory]
    [InlineData("oh and make it 6 standards, one came in this morning")]
    [InlineData("make it 6 standards please")]
    public Task A_figure_is_another_after_filing(string said) => Talk.PlayedAsync(
        Before, "unit-11: Progress: 5 local standards for smart manufacturing accepted. Problems: none. Results: subsidies of 1.2m granted. Next steps: second call in June", "Task 1", "unit-11: looks right", "Filed",
        $"unit-11: {said}", "6 local standards", "unit-11: ya", "version 2", "unit-11: can u show me what it said before i changed it", "〔removed: 5〕〔added: 6〕 local stand");
}
