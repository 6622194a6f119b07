namespace PlanBot.Tests.Dialogs;

/// <summary>Tasks that are named by what they are about, pointed at, or looked for among all.</summary>
public sealed class OfficeTaskWordsTests
{
    [Theory]
    [InlineData("智能制造那项是第几个", "就这项延到下周五，数字车间还在统计")]
    [InlineData("智能制造那项啥情况", "把这项延到下周五，数字车间还在统计")]
    [InlineData("智能制造那项交了没", "这一项延到17号")]
    [InlineData("工业互联网那项是哪个", "那这项给延到4月17号")]
    [InlineData("智能制造那项是第几项", "只这项延到17号，其他的不动")]
    public async Task This_one_is_the_task_that_was_asked_about(string asked, string said) => await Talk.PlayedAsync(
        "2020-04-07 17:00",
        "coordinator: 我们自己局交了没", "市工业和信息化局2020年第一季度已报0项",
        $"coordinator: {asked}", "第三项|!第一项|!第四项",
        $"coordinator: {said}", "市工业和信息化局|以下1项延期|第三项|2020-04-17|!第一项|!第五项",
        "coordinator: 好的", "第三项已延期|!第一项");

    [Theory]
    [InlineData("把工信局智能制造那项延到17号")]
    [InlineData("工信局的智能制造那项给到17号，延一下")]
    public async Task A_task_named_by_its_subject_alone_is_extended(string said) => await Talk.PlayedAsync(
        "2020-04-07 17:00", $"coordinator: {said}", "市工业和信息化局|以下1项延期|第三项|2020-04-17|!第一项");

    [Fact]
    public async Task A_subject_that_two_units_share_is_asked_about() => await Talk.PlayedAsync(
        "2020-04-07 17:00",
        "coordinator: 智能制造那项延到下周五", "市工业和信息化局|市市场监管委|哪一个|!2020-04-17",
        "coordinator: 工信局", "哪一项|第三项",
        "coordinator: 第三项", "以下1项延期|第三项|2020-04-17|!第一项");

    [Theory]
    [InlineData("这项延到下周五")]
    [InlineData("就那项延到17号")]
    public async Task This_one_is_asked_about_where_nothing_tells_which(string said) => await Talk.PlayedAsync(
        "2020-04-07 17:00", "coordinator: 教委交了没", "市教委2020年第一季度已报0项", $"coordinator: {said}", "哪一项|!2020-04-17");

    [Theory]
    [InlineData("任务里头跟数据共享沾边的是谁家的", "这两家交了没有", "催前面那家，后面那家我当面说")]
    [InlineData("涉及数据共享的任务是哪家的", "他们两家报了吗", "催前面那家")]
    [InlineData("哪些任务跟数据共享有关", "这两家报了没", "前面那家催一下")]
    [InlineData("跟数据共享相关的任务有哪些", "那两家交了吗", "先催第一家")]
    [InlineData("数据共享这块归谁管", "这两家都交了没", "催一下前面那家")]
    public async Task Tasks_are_found_by_what_they_are_about(string asked, string then, string said) => await Talk.PlayedAsync(
        "2020-04-07 10:10",
        $"coordinator: {asked}", "市委网信办|市政务服务办|数据共享|!市教委",
        $"coordinator: {then}", "市委网信办2020年第一季度已报0项（共3项）|市政务服务办2020年第一季度已报0项（共1项）",
        $"coordinator: {said}", "市委网信办联络员|!市政务服务办联络员",
        "coordinator: 中", "已催办1人");

    [Theory]
    [InlineData("商务局自己的任务里有没有展会这块")]
    [InlineData("商务局的任务里有展会吗")]
    [InlineData("商务局任务里面提没提展会")]
    [InlineData("商务局的分工里有没有展会方面的")]
    public async Task That_a_unit_has_no_such_task_is_said_with_those_it_has(string asked) => await Talk.PlayedAsync(
        "2020-04-01 14:00", $"coordinator: {asked}", "没有。市商务局的2项任务都没有提到“展会”|第一项|第二项");

    [Fact]
    public async Task A_question_about_a_task_at_a_preview_changes_nothing_in_it()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(
            "unit-12: 第一项：进展：开展评价 问题：报送慢 成效：增长8% 下一步：公布结果", "请核对", "unit-12: 确认", "已报送",
            "unit-12: 第二项：进展：推动运作 问题：无 成效：效果良好 下一步：继续推进", "请核对", "unit-12: 确认", "已报送");
        await talk.MoveToAsync("2020-04-08 11:00");

        await talk.PlayAsync(
            "coordinator: 金融局第二项退回，写具体，给到这周五", "以下1项退回修改|第二项",
            "coordinator: 第三项啥情况", "第三项|还没有报送|已逾期|还有一件事待您确认|!不能退回",
            "coordinator: 顺手把这项也催下", "先办这件|市金融局联络员（市金融局1项）|!没有做任何改动",
            "coordinator: 确认", "已催办1人|接着办理|第二项|退回修改|2020-04-10|写具体",
            "coordinator: 确认", "第二项已退回|!第三项");
    }

    [Fact]
    public async Task The_groups_that_were_shown_are_pointed_at()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(
            "unit-16: 进展：平台上线 问题：无 成效：服务千余人 下一步：跟踪风险", "请核对", "unit-16: 确认", "已报送",
            "unit-2: 第一项：进展：申报新专业 问题：周期长 成效：一所通过 下一步：跟进", "请核对", "unit-2: 确认", "已报送");
        await talk.MoveToAsync("2020-04-08 10:00");

        await talk.PlayAsync(
            "coordinator: 帮我分三堆：全交的、交了一部分的、一个字没有的", "已报齐1个：天津证监局|报了一部分1个：市教委|一项未报14个",
            "coordinator: 中间那堆差的是啥", "市教委|第二项|第三项|!市商务局|!第一项",
            "coordinator: 帮我分三堆：全交的、交了一部分的、一个字没有的", "已报齐1个",
            "coordinator: 最后那堆里只有一项任务的有几家？这种最没理由拖", "4个单位|市文化和旅游局|市市场监管委|市政务服务办|人民银行天津分行|!市教委|!天津证监局",
            "coordinator: 先把这四家催了", "以下4人|市文化和旅游局联络员|市市场监管委联络员|市政务服务办联络员|人民银行天津分行联络员|!市教委联络员",
            "coordinator: 嗯", "已催办4人");
    }
}
