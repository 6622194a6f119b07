using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>Sentences about loading a holiday list.</summary>
public static class HolidayTexts
{
    /// <summary>A list that names fewer days than the program's own is most often a part of one.</summary>
    public static string Fewer(HolidayYear loaded, HolidayYear own, Language language) => language == Language.English
        ? $"Please check: this list replaces the program's own for {loaded.Year}, which names {own.Days.Count} days; this one names {loaded.Days.Count}."
        : $"请核对：{loaded.Year}年自带的安排有{own.Days.Count}天，已由这份只有{loaded.Days.Count}天的清单替换。";

    /// <summary>A list that would make most holidays working days; nothing was loaded.</summary>
    /// <param name="known">The fuller list that stays; null where there is none.</param>
    public static string Partial(HolidayYear listed, HolidayYear? known, Language language)
    {
        var (off, before) = (listed.Days.Count(day => !day.IsWorked), known?.Days.Count(day => !day.IsWorked));
        return language.In(
            $"{listed.Year}年只列了{off}天放假{(before is null ? "，全年通常有30天左右" : $"，而已有的安排是{before}天")}，像是不完整，没有载入。请补全全年的放假日（周末也要列），最好直接导入国务院办公厅通知；确实如此请加 --confirmed。",
            $"Only {off} days off are listed for {listed.Year}{(before is null ? ", where a year has about 30" : $", where the list that is there has {before}")}; it seems to be a part, so nothing was loaded. List the whole year (weekends within holidays too), or better import the State Council's notice; if it is meant so, add --confirmed.");
    }

    /// <summary>2027年：放假33天，调休上班6天。</summary>
    public static string Loaded(HolidayYear year, Language language)
    {
        var (off, worked) = (year.Days.Count(day => !day.IsWorked), year.Days.Count(day => day.IsWorked));
        return language.In($"{year.Year}年：放假{off}天，调休上班{worked}天。", $"{year.Year}: days off {off}, make-up working days {worked}.");
    }

    /// <summary>What a newly loaded list did to an open period's due date.</summary>
    public static string Moved(string planTitle, ReportingPeriod period, DateOnly oldDueOn, DateOnly newDueOn, bool isProvisional, Language language)
    {
        var (name, certainty) = (PeriodNames.Of(period, language), isProvisional ? language.In("暂定", "provisional") : language.In("已确定", "firm"));
        return oldDueOn == newDueOn
            ? language.In($"《{planTitle}》{name}：报送时限仍为{Days.Iso(newDueOn)}，{certainty}。", $"{name}: still due {Days.Iso(newDueOn)}, {certainty}.")
            : language.In(
                $"《{planTitle}》{name}：报送时限由{Days.Iso(oldDueOn)}改为{Days.Iso(newDueOn)}，{certainty}。", $"{name}: due {Days.Iso(newDueOn)} instead of {Days.Iso(oldDueOn)}, {certainty}.");
    }

    /// <summary>What is wrong with a line, and what to do about it.</summary>
    public static string Explain(HolidayCsvError error, Language language) =>
        language.In($"第{error.Line}行", $"line {error.Line}") + language.In("：", ": ") + Problem(error, language);

    private static string Problem(HolidayCsvError error, Language language) => error.Problem switch
    {
        HolidayCsvProblem.ColumnMissing => language.In(
            $"缺少“{error.Found}”列，首行应为 date,kind,name_zh,year_notice。", $"the column {error.Found} is missing; the first line must read date,kind,name_zh,year_notice."),
        HolidayCsvProblem.CellCount => language.In($"有{error.Found}列，与首行不符，请补齐或删去多余的逗号。", $"{error.Found} cells, unlike the first line; add what is missing or take out a comma."),
        HolidayCsvProblem.BadDate => language.In($"日期“{error.Found}”无法识别，请写成 2027-10-01 的形式。", $"'{error.Found}' is no date; write it like 2027-10-01."),
        HolidayCsvProblem.BadKind => language.In($"kind 列为“{error.Found}”，只能填 off（放假）或 work（上班）。", $"kind is '{error.Found}'; it must be off or work."),
        HolidayCsvProblem.NoName => language.In($"{error.Found}没有节日名称，请填写 name_zh 列。", $"{error.Found} has no holiday name; fill in name_zh."),
        HolidayCsvProblem.BadYear => language.In($"year_notice 列为“{error.Found}”，请填四位年份。", $"year_notice is '{error.Found}'; write a year of four digits."),
        HolidayCsvProblem.DayOutsideYear => language.In(
            $"日期与 year_notice 不符（{error.Found}），通知只涉及当年和上年12月，请核对。", $"the day does not belong to that year's notice ({error.Found}): it names days of its year and of the December before; check both."),
        HolidayCsvProblem.WorkOnWeekday => language.In(
            $"{error.Found}是周一至周五，本来就上班，请核对日期，或删去此行。", $"{error.Found} is a Monday to Friday and worked anyway; check the date or delete the line."),
        HolidayCsvProblem.DayRepeated => language.In($"{error.Found}重复，请只留一行。", $"{error.Found} stands there twice; keep one line."),
        HolidayCsvProblem.NoDays => language.In("文件里没有任何日期，请每行填写一天。", "the file names no day; write one on each line."),
        HolidayCsvProblem.NoticeYear => language.In("看不出是哪一年的放假安排，请核对标题。", "the year of the arrangement cannot be told; check the title."),
        HolidayCsvProblem.NoticeSentence => language.In($"“{error.Found}”无法理解，没有载入；请核对原文，或改用 CSV。", $"\"{error.Found}\" cannot be understood, so nothing was loaded; check the text, or use a CSV file."),
        HolidayCsvProblem.NoticeCount => language.In($"天数对不上：{error.Found}天，请核对原文。", $"the count is not that of the days: {error.Found}; check the text."),
        HolidayCsvProblem.NoticeWeekday => language.In($"日期与星期对不上：{error.Found}，请核对原文。", $"the weekday is not that of the date: {error.Found}; check the text."),
        HolidayCsvProblem.NoticeMissing => language.In($"开头提到的“{error.Found}”没有对应的安排，原文可能不全。", $"{error.Found} is announced but has no item; the text may be incomplete."),
        HolidayCsvProblem.NoticeNames => language.In("没有找到“现将……年……放假”这句话，无法核对节日是否齐全；请用完整的原文。", "the opening sentence that names the holidays is missing, so it cannot be told whether one got lost; use the whole text."),
        HolidayCsvProblem.NoticeNoDays => language.In($"“{error.Found}”没有写明放假日期，请核对原文。", $"{error.Found} has no day off; check the text."),
        HolidayCsvProblem.NoticeUnknownYear => language.In($"这是对{error.Found}安排的调整，而该年的安排尚未载入；请先载入原通知。", $"this changes {error.Found}, and that year's list is not loaded; load the original notice first."),
        _ => language.In("这不是文本文件，请另存为 CSV（UTF-8）后再导入。", "this is no text file; save it as CSV (UTF-8) and import that."),
    };
}
