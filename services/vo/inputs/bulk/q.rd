<resource schema="bulk" resdir="bulk">
  <meta>
    creationDate: 2026-11-01T10:00:00Z
    title: One million rows
    description: Random rows for load tests, made inside the database.
    subject: catalogs
    creator: Test, A.
  </meta>
  <table id="million" onDisk="True" adql="True">
    <stc>Position ICRS "ra" "dec"</stc>
    <column name="id" type="integer" ucd="meta.id;meta.main" description="row number"><values nullLiteral="-1"/></column>
    <column name="ra" type="double precision" unit="deg" ucd="pos.eq.ra;meta.main" description="RA"/>
    <column name="dec" type="double precision" unit="deg" ucd="pos.eq.dec;meta.main" description="Dec"/>
    <column name="flux" type="real" unit="Jy" ucd="phot.flux" description="flux, every 10th NULL"/>
    <column name="e_flux" type="real" unit="Jy" ucd="stat.error;phot.flux" description="error"/>
    <column name="freq" type="double precision" unit="Hz" ucd="em.freq" description="frequency"/>
    <column name="mjd" type="double precision" unit="d" ucd="time.epoch" description="epoch"/>
    <column name="nvis" type="bigint" ucd="meta.number" description="visibilities"><values nullLiteral="-1"/></column>
    <column name="experiment" type="text" ucd="meta.id" description="experiment code"/>
    <column name="name" type="text" ucd="meta.id;src" description="source name"/>
  </table>
  <data id="import">
    <sources items="0"/>
    <nullGrammar/>
    <make table="million">
      <script type="preIndex" lang="SQL" name="fill">
        SELECT setseed(0.42);
        INSERT INTO bulk.million
          SELECT i, random()*360, degrees(asin(2*random()-1)),
            CASE WHEN i%10=0 THEN NULL ELSE random() END, random()*0.01,
            1.6e9+random()*2e10, 53000+random()*7000, (random()*1e9)::bigint,
            'N' || lpad((i%1000)::text, 3, '0') || 'L1', 'SRC' || lpad(i::text, 7, '0')
          FROM generate_series(1, 1000000) AS i;
      </script>
    </make>
  </data>
</resource>
