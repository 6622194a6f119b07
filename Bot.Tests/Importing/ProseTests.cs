using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>Notices that say in sentences who has to do what.</summary>
public sealed class ProseTests
{
    [Fact]
    public void A_paragraph_that_says_which_unit_has_to_do_something_is_a_doubtful_task()
    {
        var notice = Reading.Notice("""
            云河县人民政府办公室关于做好秋季防火工作的通知
            各乡镇人民政府：
            一、县林业局要会同县应急管理局，于10月15日前完成火险排查。
            二、各单位要高度重视，加强领导。
            三、县消防救援大队、县公安局负责城区巡查。各乡镇人民政府应组建巡护队伍。
            四、请各单位于每月25日前将工作进展情况报送县林业局。
            云河县人民政府办公室
            2021年9月8日
            """);

        Assert.Equal(
            ["一 县林业局/Responsible 县应急管理局/Support", "三 县消防救援大队/Responsible 县公安局/Responsible 各乡镇人民政府*/Responsible"],
            notice.Tasks.Select(task => $"{task.Number} {Reading.Units(task)}"));
        Assert.Equal([(3, NoticeIssue.TaskFromProse), (5, NoticeIssue.TaskFromProse)], Reading.Remarks(notice).Where(remark => remark.Issue == NoticeIssue.TaskFromProse));
        Assert.NotNull(notice.Plan.Reporting);
    }

    [Fact]
    public void A_letter_that_assigns_nothing_and_sends_nothing_out_is_not_said_to_have_lost_its_attachment()
    {
        var notice = Reading.Notice("云河县人民政府办公室关于加强值班工作的通知\n各单位：\n请各单位高度重视，严格执行值班制度。\n云河县人民政府办公室\n2021年9月8日");

        Assert.Equal(NoticeIssue.NothingAssigned, Assert.Single(notice.Warnings).Issue);
    }

    [Fact]
    public void Who_filled_a_sheet_in_and_when_are_its_issuer_and_date()
    {
        var notice = Reading.Notice("云河县2021年老旧小区改造任务表\n填表单位：云河县住房和城乡建设局　2021年3月8日\n一、任务\n1.改造小区。（责任单位：县住建局）");

        Assert.Equal(("云河县住房和城乡建设局", "2021-03-08"), (notice.Plan.Issuer, notice.Plan.IssuedOn));
    }

    [Fact]
    public void A_contact_in_the_last_row_of_a_table_is_read()
    {
        var notice = Reading.WithBody("序号 | 工作任务 | 责任单位 |\n1 | 建成公园。 | 县住建局 |\n说明：县城市更新办，联系人：王某，联系电话：00000000 | | |");

        Assert.Equal(("王某", "00000000"), (notice.Plan.Contact!.Person, notice.Plan.Contact.Phone));
    }
}
