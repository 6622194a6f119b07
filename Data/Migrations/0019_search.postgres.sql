-- Words of two characters are looked for in all reports by the pairs of characters that stand in them.

-- Each pair as one number: the code point of the first times 2^21 and that of the second. The text itself is indexed by them, so the index is right whoever writes.
CREATE FUNCTION text_pairs(words text) RETURNS bigint[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
    SELECT array_agg(DISTINCT ascii(one)::bigint * 2097152 + ascii(two))
      FROM unnest(string_to_array(lower(words), NULL), (string_to_array(lower(words), NULL))[2:]) AS pair (one, two)
     WHERE two IS NOT NULL
$$;
CREATE INDEX report_search ON progress_entry_section USING gin (text_pairs(text));
